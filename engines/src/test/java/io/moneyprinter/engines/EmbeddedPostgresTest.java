package io.moneyprinter.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path folder;

  @Test
  void whatWasCommittedIsThereAfterARestart() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      try (Connection connection = connect(postgres);
          Statement statement = connection.createStatement()) {
        statement.execute("create table film (title text)");
        statement.execute("insert into film values ('Über den Wolken')");
      }
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      assertThat(answer(postgres, "select upper(title) from film")).isEqualTo("ÜBER DEN WOLKEN");
    }
  }

  @Test
  void itIsDurableAndChecksItsPagesAndListensOnLoopbackOnly() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(durable())) {
      assertThat(answer(postgres, "show fsync")).isEqualTo("on");
      assertThat(answer(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(answer(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(answer(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
      assertThat(answer(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(
              answer(
                  postgres,
                  "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
          .isEqualTo("0");
      assertThat(postgres.uri("x"))
          .isEqualTo(
              "postgresql://moneyprinter:"
                  + postgres.password()
                  + "@127.0.0.1:"
                  + postgres.port()
                  + "/x");
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUri(), postgres.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void thePasswordIsForItsOwnerAlone() throws Exception {
    EmbeddedPostgres.start(options()).close();

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theServerIsGoneAfterClose() {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(options());
    long pid = postgres.pid();
    assertThat(postgres.running()).isTrue();

    postgres.close();

    assertThat(postgres.running()).isFalse();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void aTakenPortIsNamedWithItsRemedy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(options().withPort(taken.getLocalPort())))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("could not start on port " + taken.getLocalPort())
          .hasMessageContaining("configure another port");
    }
    EmbeddedPostgres.start(options()).close(); // the refusal left no lock and no process behind
  }

  @Test
  void twoOnOneFolderInOneJvmAreRefused() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
            .isInstanceOf(EngineException.class)
            .hasMessageContaining("is in use by this very process");
      }
      assertThat(answer(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aProcessIdThatAnotherProgramHasNowIsForgotten() throws Exception {
    EmbeddedPostgres.start(options()).close();
    Files.writeString(
        folder.resolve("data/postmaster.pid"),
        "1\n" + folder.resolve("data") + "\n0\n5432\n\n127.0.0.1\n");

    EmbeddedPostgres.start(options()).close();
  }

  @Test
  void halfMadeDataIsMadeAnew() throws Exception {
    Files.createDirectories(folder.resolve("data.making/base"));
    Files.writeString(folder.resolve("data.making/PG_VERSION"), "17");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      assertThat(answer(postgres, "select 1")).isEqualTo("1");
    }
    assertThat(folder.resolve("data.making")).doesNotExist();
  }

  @Test
  void dataOfAnotherVersionIsLeftAlone() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/PG_VERSION"), "12\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("was made by PostgreSQL 12");
  }

  @Test
  void damagedDataFailsWithTheServersOwnWords() throws Exception {
    EmbeddedPostgres.start(options()).close();
    Files.write(folder.resolve("data/global/pg_control"), new byte[8192]);

    assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("it said:")
        .hasMessageContaining("FATAL");
  }

  /** Making durable data costs seconds on a busy disk: only where durability is the point. */
  private EmbeddedPostgresOptions options() {
    return durable().forgetful();
  }

  private EmbeddedPostgresOptions durable() {
    return EmbeddedPostgresOptions.in(folder, SharedCache.FOLDER);
  }

  static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUri(), postgres.user(), postgres.password());
  }

  private static String answer(EmbeddedPostgres postgres, String question) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
