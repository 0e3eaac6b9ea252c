package io.moneyprinter.launcher.node;

import io.moneyprinter.engines.EmbeddedPostgres;
import io.moneyprinter.engines.EmbeddedPostgresOptions;
import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.launcher.settings.DatabaseConfig;
import io.moneyprinter.launcher.settings.EngineMode;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.node.DataFolder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL and Redis as the node's settings want them: our own children, or somebody else's. */
final class Engines implements AutoCloseable {
  private final Optional<EmbeddedPostgres> postgres;
  private final Optional<EmbeddedRedis> redis;
  private final NodeConfig config;

  private Engines(
      Optional<EmbeddedPostgres> postgres, Optional<EmbeddedRedis> redis, NodeConfig config) {
    this.postgres = postgres;
    this.redis = redis;
    this.config = config;
  }

  /** Starts what is embedded, both at once. Blocking; what was started is stopped on failure. */
  static Engines start(NodeConfig config, DataFolder data) {
    CompletableFuture<Optional<EmbeddedPostgres>> postgres =
        CompletableFuture.supplyAsync(
            () ->
                config.database().mode() == EngineMode.EMBEDDED
                    ? Optional.of(
                        EmbeddedPostgres.start(
                            EmbeddedPostgresOptions.in(
                                data.root().resolve("postgres"), data.cache("engines"))))
                    : Optional.empty());
    CompletableFuture<Optional<EmbeddedRedis>> redis =
        CompletableFuture.supplyAsync(
            () ->
                config.redis().mode() == EngineMode.EMBEDDED
                    ? Optional.of(
                        EmbeddedRedis.start(
                            EmbeddedRedisOptions.in(
                                data.root().resolve("redis"), data.cache("engines"))))
                    : Optional.empty());
    try {
      return new Engines(postgres.join(), redis.join(), config);
    } catch (CompletionException e) {
      stopWhenStarted(postgres);
      stopWhenStarted(redis);
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  private static <T extends AutoCloseable> void stopWhenStarted(
      CompletableFuture<Optional<T>> starting) {
    starting
        .handle((started, failed) -> failed == null ? started : Optional.<T>empty())
        .join()
        .ifPresent(Engines::close);
  }

  DatabaseAccess database() {
    DatabaseConfig wanted = config.database();
    return postgres
        .map(
            own ->
                new DatabaseAccess(
                    own.host(),
                    own.port(),
                    own.user(),
                    own.password(),
                    List.of(),
                    wanted.prefix(),
                    wanted.poolSize()))
        .orElseGet(
            () ->
                new DatabaseAccess(
                    wanted.host(),
                    wanted.port(),
                    wanted.user(),
                    wanted.password(),
                    wanted.readers(),
                    wanted.prefix(),
                    wanted.poolSize()));
  }

  String redisUri() {
    return redis.map(EmbeddedRedis::uri).orElse(config.redis().uri());
  }

  @Override
  public void close() {
    try {
      redis.ifPresent(Engines::close);
    } finally {
      postgres.ifPresent(Engines::close);
    }
  }

  private static void close(AutoCloseable engine) {
    try {
      engine.close();
    } catch (Exception e) {
      throw new IllegalStateException("An engine did not stop: " + e.getMessage(), e);
    }
  }
}
