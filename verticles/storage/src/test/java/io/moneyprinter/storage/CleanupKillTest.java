package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.storage.s3.S3Server;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestEngines;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of a cleanup: each process is stopped by the database just before
 * it may write down that something was removed, and killed there.
 */
class CleanupKillTest {
  private static final int LOCK = 4711;

  @TempDir private Path folder;
  private TestEngines engines;
  private DatabaseAccess access;

  @RegisterExtension
  private final BeforeEachCallback databases =
      test -> {
        engines = TestEngines.of(test);
        access = engines.freshDatabases();
      };

  @Test
  void whereverACleanupIsKilledNothingIsHalfVisibleNorLostAndTheNextGoesOn() throws Exception {
    try (S3Server server = new S3Server()) {
      Blob due;
      Blob kept;
      try (CleanupRig rig = start(server, Duration.ofHours(1))) {
        due = rig.store("acme", "due", StorageClass.RESULTS);
        kept = rig.store("acme", "kept", StorageClass.RESULTS);
        rig.age(due, Duration.ofDays(31));
        assertThat(rig.count("home")).isEqualTo(2);
      }
      try (Connection database = connect();
          Statement statement = database.createStatement()) {
        prepare(statement);
        for (String table : List.of("place", "blob")) {
          killBefore(statement, table, server);
          assertThat(number(statement, "SELECT count(*) FROM blob WHERE deleting_at IS NOT NULL"))
              .as("marked, and so seen by nobody, while %s is stopped at", table)
              .isEqualTo(1);
        }
      }
      try (CleanupRig rig = start(server, Duration.ofSeconds(1))) {
        assertThat(failure(rig.find(due)).code()).isEqualTo(FailureCode.NOT_FOUND);
        Await.until(
            "its entry is gone",
            Duration.ofSeconds(30),
            () -> rig.entries().equals(List.of(kept.key())));
        assertThat(answer(rig.find(kept))).isEqualTo(kept);
        rig.node().evict(kept);
        assertThat(rig.node().read(kept)).asString().isEqualTo("kept");
        assertThat(CleanupRig.files(folder.resolve("blobs"))).hasSize(1);
        assertThat(CleanupRig.files(server.file("packed"))).hasSize(1);
      }
    }
  }

  private CleanupRig start(S3Server server, Duration every) {
    return CleanupRig.start(folder, access, engines.redisUri(), server, every);
  }

  private static void prepare(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock_shared(%d);
          RETURN OLD;
        END $$"""
            .formatted(LOCK));
  }

  private void killBefore(Statement statement, String table, S3Server server) throws Exception {
    statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
    statement.execute(
        "CREATE TRIGGER stop BEFORE DELETE ON "
            + table
            + " FOR EACH ROW EXECUTE FUNCTION stop_here()");
    Process process = child(server);
    try {
      Await.until(
          "it is about to delete of " + table,
          Duration.ofSeconds(60),
          Duration.ofMillis(50),
          () -> stopped(statement) > 0);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    statement.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE objid = "
            + LOCK
            + " AND locktype = 'advisory' AND NOT granted");
    Await.until("its session is gone", Duration.ofSeconds(10), () -> stopped(statement) == 0);
    statement.execute("DROP TRIGGER stop ON " + table);
    statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
  }

  private static long stopped(Statement statement) {
    try {
      return number(
          statement,
          "SELECT count(*) FROM pg_locks WHERE objid = "
              + LOCK
              + " AND locktype = 'advisory' AND NOT granted");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  private Process child(S3Server server) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              KilledCleanup.class.getName(),
              folder.toString(),
              Integer.toString(access.port()),
              access.user(),
              access.password(),
              access.prefix(),
              engines.redisUri(),
              Integer.toString(server.port()))
          .redirectErrorStream(true)
          .redirectOutput(new File(folder.toFile(), "child.log"))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + access.port() + "/" + access.prefix() + "_storage",
        access.user(),
        access.password());
  }
}
