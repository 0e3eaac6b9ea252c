package io.moneyprinter.users;

import io.moneyprinter.platform.redis.RedisConnector;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps open sessions in Redis for a minute, and the ends of sessions longer, so that a slow reader
 * cannot bring back what has ended. When Redis is away the tables are asked: it only saves work.
 */
final class SessionCache {
  private static final Logger LOG = LoggerFactory.getLogger(SessionCache.class);
  private static final Duration KEEP = Duration.ofSeconds(60);
  private static final Duration KEEP_ENDED = KEEP.multipliedBy(2);
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final String ENDED = "ended";

  private final RedisAPI redis;

  SessionCache(RedisConnector redis) {
    this.redis = redis.api();
  }

  /** The session; when it is not at hand, {@code store} is asked. */
  Future<Optional<LiveSession>> find(UUID id, Supplier<Future<Optional<LiveSession>>> store) {
    return redis
        .get(key(id))
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(away -> null)
        .compose(
            answer -> {
              if (answer == null) {
                return store.get().onSuccess(found -> found.ifPresent(this::keep));
              }
              return Future.succeededFuture(read(id, answer));
            });
  }

  private static Optional<LiveSession> read(UUID id, Response answer) {
    String text = answer.toString();
    return text.equals(ENDED) ? Optional.empty() : LiveSession.parse(id, text);
  }

  private void keep(LiveSession session) {
    write(session.id(), session.text(), KEEP, "NX");
  }

  /** From now on they are unknown, or looked up anew. */
  Future<Void> ended(List<UUID> ids) {
    return Future.join(ids.stream().map(id -> write(id, ENDED, KEEP_ENDED)).toList()).mapEmpty();
  }

  /** What their holder may has changed. */
  Future<Void> forget(List<UUID> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture()
        : redis.del(ids.stream().map(SessionCache::key).toList()).<Void>mapEmpty().otherwiseEmpty();
  }

  private Future<?> write(UUID id, String value, Duration keep, String... more) {
    List<String> command = new java.util.ArrayList<>();
    command.addAll(List.of(key(id), value, "EX", Long.toString(keep.toSeconds())));
    command.addAll(List.of(more));
    return redis
        .set(command)
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(away -> LOG.debug("Redis does not keep a session: {}", away.getMessage()))
        .otherwiseEmpty();
  }

  private static String key(UUID id) {
    return "moneyprinter:session:" + id;
  }
}
