package io.moneyprinter.platform.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;

/**
 * The node's way to Redis. Nothing that must survive may live only there: callers go on without it
 * when it is away.
 */
public final class RedisConnector {
  /** A burst may wait for connections; the client's own limit of 24 is soon reached. */
  private static final int WAITING = 2_000;

  private final Redis client;

  /**
   * @param uri such as {@code redis://:password@127.0.0.1:6379/0}
   */
  public RedisConnector(Vertx vertx, String uri) {
    this.client =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(uri)
                .setMaxPoolSize(8)
                .setMaxPoolWaiting(WAITING)
                .setMaxWaitingHandlers(WAITING));
  }

  /**
   * All commands. They share up to 8 connections; each fails where the server does not answer, or
   * where too many wait already.
   */
  public RedisAPI api() {
    return RedisAPI.api(client);
  }

  /** A connection for one user alone, who may send on without awaiting answers, and closes it. */
  public Future<RedisConnection> connect() {
    return client.connect();
  }

  /** Succeeds when the server answers. */
  public Future<?> ping() {
    return api().ping(java.util.List.of());
  }

  /** Ends all connections; commands under way fail. */
  public Future<Void> close() {
    return client.close();
  }
}
