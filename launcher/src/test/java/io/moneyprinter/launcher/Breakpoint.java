package io.moneyprinter.launcher;

import io.moneyprinter.testsupport.Await;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Holds an installation still at a chosen place: a trigger in its database waits there for an
 * advisory lock that the test has. Nothing of the program knows of it.
 */
final class Breakpoint implements AutoCloseable {
  private static final String INSTALL =
      """
      CREATE TABLE IF NOT EXISTS breakpoint (name text, state text, lock integer);
      CREATE OR REPLACE FUNCTION stop_at_breakpoint() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(%d, b.lock) FROM breakpoint b WHERE %s;
        RETURN NEW;
      END $$;
      CREATE OR REPLACE TRIGGER breakpoint BEFORE %s FOR EACH ROW
        EXECUTE FUNCTION stop_at_breakpoint();
      """;

  /** First half of the numbers of our locks; the second is of the breakpoint. */
  private static final int LOCKS = 730_147;

  private static final String STEP =
      "b.name = NEW.name AND b.state = NEW.state AND OLD.state <> NEW.state";

  private static final String FILE = "b.name = 'file'";

  private static final String WAITING =
      "SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
          + " WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted"
          + " AND l.classid = "
          + LOCKS
          + " AND l.objid = ";

  private final Connection session;
  private final int lock = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

  private Breakpoint(Connection session, String name, String state) {
    this.session = session;
    execute("SELECT pg_advisory_lock(" + LOCKS + ", " + lock + ")");
    try (PreparedStatement arm =
        session.prepareStatement("INSERT INTO breakpoint VALUES (?, ?, ?)")) {
      arm.setString(1, name);
      arm.setString(2, state);
      arm.setInt(3, lock);
      arm.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the databases ready for breakpoints; once, after the first start of the services. */
  static void install(Servers servers) throws SQLException {
    try (Connection orchestration = servers.connect("orchestration");
        Statement statement = orchestration.createStatement()) {
      statement.execute(INSTALL.formatted(LOCKS, STEP, "UPDATE ON step"));
    }
    try (Connection storage = servers.connect("storage");
        Statement statement = storage.createStatement()) {
      statement.execute(INSTALL.formatted(LOCKS, FILE, "INSERT ON blob"));
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
        ResultSet waiting = statement.executeQuery(WAITING + lock)) {
      return waiting.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Breakpoint awaitReached() {
    Await.until("the breakpoint is reached", Duration.ofSeconds(60), this::reached);
    return this;
  }

  /** Lets everything go on, and does not stop it again. Harmless when that was done before. */
  void release() {
    if (open()) {
      disarm();
      close();
    }
  }

  /** Also a server that was killed has ended the session. */
  private boolean open() {
    try {
      return session.isValid(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What waits is not done: its sessions are cut off, so their transactions are rolled back. */
  void abort() {
    disarm();
    execute("SELECT pg_terminate_backend(w.pid) FROM (" + WAITING + lock + ") w");
    Await.until("nobody waits any more", Duration.ofSeconds(10), () -> !reached());
    close();
  }

  private void disarm() {
    execute("DELETE FROM breakpoint WHERE lock = " + lock);
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
