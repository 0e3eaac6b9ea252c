package io.moneyprinter.launcher;

import io.moneyprinter.engines.EmbeddedPostgres;
import io.moneyprinter.engines.EmbeddedPostgresOptions;
import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.testsupport.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL and the Redis that several nodes share, as somebody else would run them. */
final class Servers implements AutoCloseable {
  private static final Path PROGRAMS = TestFolders.programs();

  private final EmbeddedPostgresOptions options;
  private final EmbeddedRedis redis;
  private EmbeddedPostgres postgres;

  private Servers(EmbeddedPostgresOptions options, EmbeddedPostgres postgres, EmbeddedRedis redis) {
    this.options = options.withPort(postgres.port());
    this.postgres = postgres;
    this.redis = redis;
  }

  /** Starts both, empty; what PostgreSQL has answered survives its being killed. */
  static Servers start(Path home) {
    EmbeddedPostgresOptions options =
        EmbeddedPostgresOptions.in(home.resolve("postgres"), PROGRAMS).withMaxConnections(200);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(options);
    try {
      return new Servers(
          options,
          postgres,
          EmbeddedRedis.start(EmbeddedRedisOptions.in(home.resolve("redis"), PROGRAMS)));
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /** {@code kill -9} of PostgreSQL, and a new start on the same port. */
  void killAndRestartPostgres() throws Exception {
    ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().get(10, TimeUnit.SECONDS);
    postgres.close();
    postgres = EmbeddedPostgres.start(options);
  }

  /** Redis forgets everything (the command {@code FLUSHALL}, sent inline). */
  void flushRedis() throws IOException {
    URI uri = URI.create(redis.uri());
    String password = uri.getUserInfo().substring(uri.getUserInfo().indexOf(':') + 1);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort());
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String command : List.of("AUTH " + password, "FLUSHALL")) {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer = answers.readLine();
        if (!"+OK".equals(answer)) {
          throw new IOException("Redis answered " + answer);
        }
      }
    }
  }

  /** A session of the database of one service. */
  Connection connect(String service) {
    try {
      return DriverManager.getConnection(
          postgres.jdbcUri("moneyprinter_" + service), postgres.user(), postgres.password());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a node is told through its environment. */
  Map<String, String> secrets() {
    return Map.of(
        "MONEYPRINTER_DATABASE_PASSWORD",
        postgres.password(),
        "MONEYPRINTER_REDIS_URI",
        redis.uri());
  }

  List<String> settings() {
    return List.of(
        "database.mode=external",
        "database.host=" + postgres.host(),
        "database.port=" + postgres.port(),
        "database.user=" + postgres.user(),
        "redis.mode=external");
  }

  @Override
  public void close() {
    redis.close();
    postgres.close();
  }
}
