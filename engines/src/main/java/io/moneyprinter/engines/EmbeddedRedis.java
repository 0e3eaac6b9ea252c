package io.moneyprinter.engines;

import io.moneyprinter.engines.ServerProcess.StopStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Redis 6.2 that runs as a child process and listens on 127.0.0.1 only, with a password. Its
 * data (an append-only file, written out every second) stays in the folder between runs. The server
 * ends with this JVM, however that ends; what is left over from an earlier one is cleaned up at
 * start. All methods block; none is for an event loop.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final String NAME = "Redis";
  private static final String PROGRAM = "redis-server";

  private final EngineServer server;
  private final String password;

  private EmbeddedRedis(EngineServer server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @throws EngineException it cannot be started; nothing is left running
   */
  public static EmbeddedRedis start(EmbeddedRedisOptions options) {
    return start(options, SystemTools.found());
  }

  static EmbeddedRedis start(EmbeddedRedisOptions options, SystemTools tools) {
    long start = System.nanoTime();
    NativePlatform platform = NativePlatform.current();
    Path folder = Folders.own(options.folder());
    FolderLock lock = FolderLock.take(folder, NAME);
    try {
      List<StopStep> steps = List.of(new StopStep("TERM", options.stopLimit()));
      Leftovers.end(NAME, folder, List.of(PROGRAM), steps);
      String password = PasswordFile.readOrMake(folder);
      Launch launch = launch(platform, options, folder, tools);
      EngineServer server =
          EngineServer.start(
              new EngineServer.Plan(
                  NAME,
                  folder,
                  options.port(),
                  port ->
                      launch.command(
                          launch.program(),
                          List.of(configure(options, folder, port, password).toString())),
                  "Ready to accept connections",
                  options.startLimit(),
                  steps),
              lock);
      LOG.info(
          "Redis is ready on {}:{} ({} ms)",
          Loopback.HOST,
          server.port(),
          (System.nanoTime() - start) / 1_000_000);
      return new EmbeddedRedis(server, password);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The first of the platform's programs that runs here. */
  private static Launch launch(
      NativePlatform platform, EmbeddedRedisOptions options, Path folder, SystemTools tools) {
    ProgramCache cache = new ProgramCache(options.cache());
    EngineException first = null;
    for (String resource : platform.redis()) {
      Path program = cache.folderOf(resource, Unpackers.program(PROGRAM)).resolve(PROGRAM);
      try {
        return Launch.find(NAME, program, folder, false, "TERM", tools);
      } catch (EngineException e) {
        LOG.debug("{} does not run here: {}", program, e.getMessage());
        first = first == null ? e : first;
      }
    }
    throw first;
  }

  /** Writes the configuration, which holds the password, for the owner of the folder alone. */
  private static Path configure(
      EmbeddedRedisOptions options, Path folder, int port, String password) throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    Path file = folder.resolve("redis.conf");
    PasswordFile.writePrivately(
        file,
        """
        # Written anew at every start.
        bind %s
        protected-mode yes
        port %d
        requirepass "%s"
        daemonize no
        databases 1
        dir %s
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory %dmb
        maxmemory-policy volatile-lru
        """
            .formatted(Loopback.HOST, port, password, quoted(data), options.memoryMegabytes()));
    Folders.giveToOwnerOfParent(data);
    return file;
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  public String host() {
    return Loopback.HOST;
  }

  public int port() {
    return server.port();
  }

  public String password() {
    return password;
  }

  /** {@code redis://:password@host:port}; the password needs no escaping. */
  public String uri() {
    return "redis://:%s@%s:%d".formatted(password, Loopback.HOST, server.port());
  }

  /** False once the server has ended for whatever reason. */
  public boolean running() {
    return server.running();
  }

  /** The process id of the server. */
  public long pid() {
    return server.pid();
  }

  /** Stops the server in order, and by force after the stop limit. */
  @Override
  public void close() {
    server.close();
  }
}
