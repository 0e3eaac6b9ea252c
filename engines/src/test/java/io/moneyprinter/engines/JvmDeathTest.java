package io.moneyprinter.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines belong to a JVM of its own, which is killed. */
class JvmDeathTest {
  private static final String SQL_USER = "moneyprinter";

  @TempDir Path folder;

  @Test
  void theEnginesEndWithAKilledJvmAndTheirDataIsThereForTheNext() throws Exception {
    assumeTrue(SystemTools.found().setpriv().isPresent(), "needs setpriv of util-linux");
    ChildJvm.Report first;
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      first = jvm.report();
      store(first);
      jvm.kill();
    }
    awaitEnd(first.postgresPid());
    awaitEnd(first.redisPid());
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      assertKept(jvm.report());
      assertThat(jvm.finish()).isZero();
    }
  }

  @Test
  void theNextJvmMayStartAtOnce() throws Exception {
    ChildJvm.Report first;
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      first = jvm.report();
      store(first);
      jvm.kill();
    }
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      assertKept(jvm.report());
      jvm.finish();
    }
  }

  @Test
  void aJvmKilledWhileItMakesTheDataLeavesNothingThatStopsTheNext() throws Exception {
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      Path making = folder.resolve("postgres/data.making/PG_VERSION");
      Waiting.until(
          "the data is being made", Duration.ofSeconds(60), () -> making.toFile().exists());
      jvm.kill();
    }
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      store(jvm.report());
      jvm.finish();
    }
  }

  @Test
  void aServerKilledWithItsJvmRecovers() throws Exception {
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      ChildJvm.Report report = jvm.report();
      store(report);
      ProcessHandle.of(report.postgresPid()).ifPresent(ProcessHandle::destroyForcibly);
      jvm.kill();
    }
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      assertKept(jvm.report());
      jvm.finish();
    }
  }

  @Test
  void aServerLeftOverFromAJvmThatIsGoneIsEnded() throws Exception {
    // Without setpriv nothing ends the servers with their JVM: the next start must.
    ChildJvm.Report left;
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER, "immortal")) {
      left = jvm.report();
      store(left);
      jvm.kill();
    }
    assertThat(ProcessHandle.of(left.postgresPid())).isPresent();
    assertThat(ProcessHandle.of(left.redisPid())).isPresent();
    try (ChildJvm jvm = ChildJvm.start(folder, SharedCache.FOLDER)) {
      assertKept(jvm.report());
      assertThat(ProcessHandle.of(left.postgresPid())).isEmpty();
      assertThat(ProcessHandle.of(left.redisPid())).isEmpty();
      jvm.finish();
    }
  }

  @Test
  void aSecondLivingJvmIsRefusedByTheFirstOnesNumber() throws Exception {
    try (ChildJvm first = ChildJvm.start(folder, SharedCache.FOLDER)) {
      ChildJvm.Report report = first.report();
      try (ChildJvm second = ChildJvm.start(folder, SharedCache.FOLDER)) {
        assertThat(second.refusal())
            .contains("is in use by process " + first.pid())
            .contains("Stop that process first, or choose another data folder");
        assertThat(second.finish()).isEqualTo(1);
      }
      store(report); // the first is unharmed
      first.finish();
    }
  }

  private static void store(ChildJvm.Report report) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(report.jdbcUri(), SQL_USER, report.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table film (title text)");
      statement.execute("insert into film values ('coffee')");
    }
    try (RedisConversation talk = new RedisConversation(report.redisPort())) {
      talk.say("AUTH " + report.redisPassword());
      talk.say("SET film coffee");
    }
  }

  private static void assertKept(ChildJvm.Report report) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(report.jdbcUri(), SQL_USER, report.password());
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select title from film")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("coffee");
    }
    try (RedisConversation talk = new RedisConversation(report.redisPort())) {
      talk.say("AUTH " + report.redisPassword());
      assertThat(talk.say("GET film")).isEqualTo("coffee");
    }
  }

  private static void awaitEnd(long pid) throws Exception {
    var process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(30, TimeUnit.SECONDS);
    }
  }
}
