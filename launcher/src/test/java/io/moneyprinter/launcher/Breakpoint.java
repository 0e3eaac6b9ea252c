package io.moneyprinter.launcher;

import io.moneyprinter.testsupport.Await;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Holds an installation still at a chosen place: a trigger in its database waits there for an
 * advisory lock that the test has. Nothing of the program knows of it.
 */
final class Breakpoint implements AutoCloseable {
  private static final long LOCK = 7_301_477_911L;

  private static final String INSTALL =
      """
      CREATE TABLE IF NOT EXISTS breakpoint (name text, state text);
      CREATE OR REPLACE FUNCTION stop_at_breakpoint() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF %s THEN
          PERFORM pg_advisory_xact_lock_shared(%d);
        END IF;
        RETURN NEW;
      END $$;
      CREATE OR REPLACE TRIGGER breakpoint BEFORE %s FOR EACH ROW
        EXECUTE FUNCTION stop_at_breakpoint();
      """;

  private static final String STEP =
      "OLD.state <> NEW.state AND EXISTS"
          + " (SELECT FROM breakpoint b WHERE b.name = NEW.name AND b.state = NEW.state)";

  private static final String FILE = "EXISTS (SELECT FROM breakpoint b WHERE b.name = 'file')";

  /** Who waits at the breakpoint; an advisory lock with a long key shows it in two halves. */
  private static final String WAITING =
      "SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
          + " WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted"
          + " AND (l.classid::bigint << 32 | l.objid::bigint) = "
          + LOCK;

  private final Connection session;

  private Breakpoint(Connection session, String name, String state) {
    this.session = session;
    try {
      execute("SELECT pg_advisory_lock(" + LOCK + ")");
      try (PreparedStatement arm =
          session.prepareStatement("INSERT INTO breakpoint VALUES (?, ?)")) {
        arm.setString(1, name);
        arm.setString(2, state);
        arm.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the databases ready for breakpoints; once, after the first start of the services. */
  static void install(Servers servers) throws SQLException {
    try (Connection orchestration = servers.connect("orchestration");
        Statement statement = orchestration.createStatement()) {
      statement.execute(INSTALL.formatted(STEP, LOCK, "UPDATE ON step"));
    }
    try (Connection storage = servers.connect("storage");
        Statement statement = storage.createStatement()) {
      statement.execute(INSTALL.formatted(FILE, LOCK, "INSERT ON blob"));
    }
  }

  /** Where a part of the step is about to get the state. */
  static Breakpoint onStep(Servers servers, String step, String state) {
    return new Breakpoint(servers.connect("orchestration"), step, state);
  }

  /** Where a file that was made is about to be stored. */
  static Breakpoint onFile(Servers servers) {
    return new Breakpoint(servers.connect("storage"), "file", "");
  }

  boolean reached() {
    try (Statement statement = session.createStatement();
        ResultSet waiting = statement.executeQuery(WAITING)) {
      return waiting.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Breakpoint awaitReached() {
    Await.until("the breakpoint is reached", Duration.ofSeconds(60), this::reached);
    return this;
  }

  /** Lets everything go on, and does not stop it again. */
  void release() {
    disarm();
    close();
  }

  /** What waits is not done: its sessions are cut off, so their transactions are rolled back. */
  void abort() {
    disarm();
    execute("SELECT pg_terminate_backend(w.pid) FROM (" + WAITING + ") w");
    Await.until("nobody waits any more", Duration.ofSeconds(10), () -> !reached());
    close();
  }

  private void disarm() {
    execute("DELETE FROM breakpoint");
  }

  private void execute(String sql) {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The end of the session frees the lock. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
