package io.moneyprinter.notification.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.Counter;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.notification.Notice;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that nobody's page has shown yet, in Redis: a sorted set a person, the number as score.
 * Only ever a copy of what PostgreSQL has; when Redis is away, adding does nothing and asking finds
 * nothing. Safe to use from any thread.
 */
final class OfflineStore {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineStore.class);

  /** Beyond this PostgreSQL itself is quicker. */
  private static final long PATIENCE_MILLIS = 500;

  private static final Duration LIFE = Duration.ofDays(30);

  private final RedisAPI redis;
  private final Counter failures;

  /**
   * @param failures counts calls that Redis did not answer
   */
  OfflineStore(RedisAPI redis, Counter failures) {
    this.redis = redis;
    this.failures = failures;
  }

  /** Never fails. */
  Future<Void> add(Notice notice) {
    String key = key(notice.tenant(), notice.subject());
    return spared(
            redis
                .zadd(List.of(key, Long.toString(notice.number()), write(notice)))
                .compose(added -> redis.pexpire(List.of(key, Long.toString(LIFE.toMillis())))))
        .mapEmpty();
  }

  /** All of somebody's, oldest first; empty when Redis does not answer. Never fails. */
  Future<Optional<List<Notice>>> all(String tenant, String subject, int limit) {
    return spared(
            redis
                .zrange(List.of(key(tenant, subject), "0", Integer.toString(limit - 1)))
                .map(
                    held ->
                        StreamSupport.stream(held.spliterator(), false)
                            .map(OfflineStore::read)
                            .toList()))
        .map(Optional::ofNullable);
  }

  /** Never fails. */
  Future<Void> remove(String tenant, String subject, List<Long> numbers) {
    List<Future<?>> gone = new ArrayList<>();
    for (Long number : numbers) {
      String score = Long.toString(number);
      gone.add(spared(redis.zremrangebyscore(key(tenant, subject), score, score)));
    }
    return Future.join(gone).mapEmpty();
  }

  /** Never fails. */
  Future<Void> forget(String tenant, String subject) {
    return spared(redis.del(List.of(key(tenant, subject)))).mapEmpty();
  }

  /** Removes all that is held for somebody. Fails when Redis does not answer. */
  static Future<?> forget(RedisAPI redis, String tenant, String subject) {
    return redis.del(List.of(key(tenant, subject))).timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private <T> Future<T> spared(Future<T> call) {
    return call.timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .otherwise(
            cause -> {
              failures.increment();
              LOG.debug("Redis does not answer: {}", cause.getMessage());
              return null;
            });
  }

  private static String key(String tenant, String subject) {
    return "moneyprinter:notices:" + tenant + ":" + subject;
  }

  private static String write(Notice notice) {
    try {
      return RecordJson.wire().writeValueAsString(notice);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A notice did not become JSON", e);
    }
  }

  private static Notice read(Response text) {
    try {
      return RecordJson.wire().readValue(text.toString(), Notice.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A held notice could not be read", e);
    }
  }
}
