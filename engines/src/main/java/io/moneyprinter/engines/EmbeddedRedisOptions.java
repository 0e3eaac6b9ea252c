package io.moneyprinter.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How to run an embedded Redis.
 *
 * @param folder everything of this server: data, password, configuration, log, lock; made when
 *     missing
 * @param cache where the unpacked program is kept, shared by all servers; made when missing
 * @param port TCP port on 127.0.0.1, 1 to 65535, or 0 for a free one
 * @param memoryMegabytes most memory for data, 16 to 2048 MB; then keys with a time to live are
 *     dropped first
 * @param startLimit longest wait for the server to be ready, loading of its data included
 * @param stopLimit longest wait for an orderly stop before the server is forced
 */
public record EmbeddedRedisOptions(
    Path folder,
    Path cache,
    int port,
    int memoryMegabytes,
    Duration startLimit,
    Duration stopLimit) {

  public EmbeddedRedisOptions {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(cache, "cache");
    EmbeddedPostgresOptions.requireWithin("port", port, 0, 65_535);
    EmbeddedPostgresOptions.requireWithin("memoryMegabytes", memoryMegabytes, 16, 2_048);
    Objects.requireNonNull(startLimit, "startLimit");
    Objects.requireNonNull(stopLimit, "stopLimit");
  }

  /** On a free port, sized for a laptop. */
  public static EmbeddedRedisOptions in(Path folder, Path cache) {
    return new EmbeddedRedisOptions(
        folder, cache, 0, 256, Duration.ofSeconds(60), Duration.ofSeconds(15));
  }

  public EmbeddedRedisOptions withPort(int value) {
    return new EmbeddedRedisOptions(folder, cache, value, memoryMegabytes, startLimit, stopLimit);
  }
}
