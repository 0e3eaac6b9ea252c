package io.moneyprinter.engines;

import io.moneyprinter.engines.ServerProcess.StopStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 17 that runs as a child process and listens on 127.0.0.1 only. Its data stays
 * in the folder between runs. The server ends with this JVM, however that ends; what is left over
 * from an earlier one is cleaned up at start. All methods block; none is for an event loop.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  static final String NAME = "PostgreSQL";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String USER = "moneyprinter";
  private static final String MAINTENANCE_DATABASE = "postgres";

  private final EngineServer server;
  private final String password;

  private EmbeddedPostgres(EngineServer server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts the server and waits until it answers; the first start in a folder makes the data (a few
   * seconds).
   *
   * @throws EngineException it cannot be started; nothing is left running
   */
  public static EmbeddedPostgres start(EmbeddedPostgresOptions options) {
    return start(options, SystemTools.found());
  }

  static EmbeddedPostgres start(EmbeddedPostgresOptions options, SystemTools tools) {
    long start = System.nanoTime();
    NativePlatform platform = NativePlatform.current();
    Path folder = Folders.own(options.folder());
    FolderLock lock = FolderLock.take(folder, NAME);
    try {
      Path program =
          new ProgramCache(options.cache())
              .folderOf(platform.postgres(), Unpackers::tarXz)
              .resolve("bin/postgres");
      // INT is "fast": sessions are cut off and all is written. QUIT leaves the rest to recovery at
      // the next start.
      List<StopStep> steps =
          List.of(
              new StopStep("INT", options.stopLimit()),
              new StopStep("QUIT", Duration.ofSeconds(5)));
      Leftovers.end(NAME, folder, List.of("postgres", "initdb"), steps);
      String password = PasswordFile.readOrMake(folder);
      Launch launch = Launch.find(NAME, program, folder, true, "INT", tools);
      PostgresData data = new PostgresData(folder);
      data.prepare(launch, USER, options.durable());
      EngineServer server =
          EngineServer.start(
              new EngineServer.Plan(
                  NAME,
                  folder,
                  options.port(),
                  port -> launch.command(launch.program(), arguments(options, data.path(), port)),
                  "database system is ready to accept connections",
                  options.startLimit(),
                  steps),
              lock);
      LOG.info(
          "PostgreSQL is ready on {}:{} ({} ms)",
          Loopback.HOST,
          server.port(),
          (System.nanoTime() - start) / 1_000_000);
      return new EmbeddedPostgres(server, password);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static List<String> arguments(EmbeddedPostgresOptions options, Path data, int port) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=" + Loopback.HOST,
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=" + options.maxConnections(),
                "password_encryption=scram-sha-256",
                "shared_buffers=" + options.sharedBuffersMegabytes() + "MB",
                "huge_pages=off",
                "jit=off",
                // One machine, no replicas: the log of changes serves recovery alone.
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_logical_replication_workers=0",
                "min_wal_size=32MB",
                "max_wal_size=256MB",
                "logging_collector=off",
                "log_destination=stderr",
                "log_min_messages=warning",
                "log_line_prefix=%m [%p] ",
                "log_timezone=UTC",
                "timezone=UTC",
                "lc_messages=C"));
    if (options.durable()) {
      settings.addAll(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on"));
    } else {
      settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }
    List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
    settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
    return arguments;
  }

  public String host() {
    return Loopback.HOST;
  }

  public int port() {
    return server.port();
  }

  /** The superuser of the server. */
  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** {@code postgresql://user:password@host:port/database}; the password needs no escaping. */
  public String uri(String database) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(USER, password, Loopback.HOST, server.port(), database);
  }

  /** {@code jdbc:postgresql://host:port/database}, without user and password. */
  public String jdbcUri(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Loopback.HOST, server.port(), database);
  }

  /** {@link #jdbcUri(String)} of the database that is always there, for making others. */
  public String jdbcUri() {
    return jdbcUri(MAINTENANCE_DATABASE);
  }

  /** False once the server has ended for whatever reason. */
  public boolean running() {
    return server.running();
  }

  /** The process id of the server. */
  public long pid() {
    return server.pid();
  }

  /** Stops the server in order (open sessions are cut off), and by force after the stop limit. */
  @Override
  public void close() {
    server.close();
  }
}
