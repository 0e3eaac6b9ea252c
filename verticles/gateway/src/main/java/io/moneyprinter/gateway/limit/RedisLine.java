package io.moneyprinter.gateway.limit;

import io.moneyprinter.platform.redis.RedisConnector;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.RedisConnection;

/**
 * One connection to Redis for all requests of a gateway instance: they are sent one after the other
 * without awaiting answers, where a pool would have each wait for a free connection. A broken one
 * is replaced by the next request. Of one event loop.
 */
final class RedisLine {
  private final RedisConnector redis;
  private Future<RedisConnection> line;

  RedisLine(RedisConnector redis) {
    this.redis = redis;
  }

  Future<RedisAPI> api() {
    if (line == null || line.failed()) {
      line = redis.connect().onSuccess(this::watch);
    }
    return line.map(RedisAPI::api);
  }

  private void watch(RedisConnection connection) {
    connection.exceptionHandler(broken -> line = null);
    connection.endHandler(ended -> line = null);
  }

  void close() {
    if (line != null) {
      line.onSuccess(RedisConnection::close);
      line = null;
    }
  }
}
