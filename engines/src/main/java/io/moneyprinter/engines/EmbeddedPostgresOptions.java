package io.moneyprinter.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How to run an embedded PostgreSQL.
 *
 * @param folder everything of this server: data, password, log, lock; made when missing
 * @param cache where the unpacked programs are kept, shared by all servers; made when missing
 * @param port TCP port on 127.0.0.1, 1 to 65535, or 0 for a free one
 * @param maxConnections connections served at once, 10 to 1000
 * @param sharedBuffersMegabytes page cache of the server, 16 to 16384 MB
 * @param durable true: a commit that was answered survives a power cut. False is for tests, whose
 *     data may be lost
 * @param startLimit longest wait for the server to be ready, recovery after a crash included
 * @param stopLimit longest wait for an orderly stop before the server is forced
 */
public record EmbeddedPostgresOptions(
    Path folder,
    Path cache,
    int port,
    int maxConnections,
    int sharedBuffersMegabytes,
    boolean durable,
    Duration startLimit,
    Duration stopLimit) {

  public EmbeddedPostgresOptions {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(cache, "cache");
    requireWithin("port", port, 0, 65_535);
    requireWithin("maxConnections", maxConnections, 10, 1_000);
    requireWithin("sharedBuffersMegabytes", sharedBuffersMegabytes, 16, 16_384);
    Objects.requireNonNull(startLimit, "startLimit");
    Objects.requireNonNull(stopLimit, "stopLimit");
  }

  /** Durable, on a free port, sized for a laptop. */
  public static EmbeddedPostgresOptions in(Path folder, Path cache) {
    return new EmbeddedPostgresOptions(
        folder, cache, 0, 100, 64, true, Duration.ofSeconds(120), Duration.ofSeconds(30));
  }

  public EmbeddedPostgresOptions withPort(int value) {
    return new EmbeddedPostgresOptions(
        folder,
        cache,
        value,
        maxConnections,
        sharedBuffersMegabytes,
        durable,
        startLimit,
        stopLimit);
  }

  public EmbeddedPostgresOptions withMaxConnections(int value) {
    return new EmbeddedPostgresOptions(
        folder, cache, port, value, sharedBuffersMegabytes, durable, startLimit, stopLimit);
  }

  /** Faster and without any promise after a crash: for tests only. */
  public EmbeddedPostgresOptions forgetful() {
    return new EmbeddedPostgresOptions(
        folder, cache, port, maxConnections, sharedBuffersMegabytes, false, startLimit, stopLimit);
  }

  static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new EngineException(
          "%s is %d".formatted(name, value), "Give a number from %d to %d".formatted(least, most));
    }
  }
}
