package io.moneyprinter.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.Counter;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest events of each job in Redis, a sorted set a job with the sequence number as score.
 * Only ever a copy: when Redis is away, adding does nothing and asking finds nothing.
 */
final class RecentEvents {
  private static final Logger LOG = LoggerFactory.getLogger(RecentEvents.class);

  /** Beyond this the store itself is quicker. */
  private static final long PATIENCE_MILLIS = 500;

  /** Adds, cuts to length and renews the life in one step; {@code ARGV} is score, member, … */
  private static final String ADD =
      """
      for i = 3, #ARGV, 2 do redis.call('ZADD', KEYS[1], ARGV[i], ARGV[i + 1]) end
      redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - ARGV[2])
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      return redis.status_reply('OK')""";

  private final RedisAPI redis;
  private final Duration life;
  private final int most;
  private final Counter failures;
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * @param life how long a job's events stay after the latest
   * @param most events held of a job
   * @param failures counts calls that Redis did not answer
   */
  RecentEvents(RedisAPI redis, Duration life, int most, Counter failures) {
    this.redis = redis;
    this.life = life;
    this.most = most;
    this.failures = failures;
  }

  /** Adds stored events; never fails. */
  Future<Void> add(List<JobEvent> events) {
    Map<String, List<JobEvent>> jobs =
        events.stream().collect(Collectors.groupingBy(JobEvent::jobId));
    return Future.join(
            jobs.entrySet().stream().map(job -> add(job.getKey(), job.getValue())).toList())
        .mapEmpty();
  }

  /** Held events after {@code after} in order, at most {@code limit}; never fails. */
  Future<List<JobEvent>> after(String jobId, long after, int limit) {
    return spared(
        redis
            .zrange(
                List.of(
                    key(jobId),
                    "(" + after,
                    "+inf",
                    "BYSCORE",
                    "LIMIT",
                    "0",
                    Integer.toString(limit)))
            .map(RecentEvents::readAll),
        List.of());
  }

  private Future<Void> add(String jobId, List<JobEvent> events) {
    List<String> call = new ArrayList<>(4 + 2 * events.size());
    call.addAll(
        List.of(ADD, "1", key(jobId), Long.toString(life.toMillis()), Integer.toString(most)));
    for (JobEvent event : events) {
      call.add(Long.toString(event.sequence()));
      call.add(write(event));
    }
    return spared(redis.eval(call).mapEmpty(), null);
  }

  /** What Redis answers in good time; says once that it does not, and once that it does again. */
  private <T> Future<T> spared(Future<T> call, T without) {
    return call.timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .onSuccess(
            answer -> {
              if (away.compareAndSet(true, false)) {
                LOG.info("Redis answers again; recent events are held there");
              }
            })
        .otherwise(
            cause -> {
              failures.increment();
              if (away.compareAndSet(false, true)) {
                LOG.warn(
                    "Redis does not answer ({}); events are replayed from PostgreSQL",
                    cause.getMessage());
              }
              return without;
            });
  }

  private static String key(String jobId) {
    return "moneyprinter:events:" + jobId;
  }

  private static String write(JobEvent event) {
    try {
      return RecordJson.wire().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event did not become JSON", e);
    }
  }

  private static List<JobEvent> readAll(Response held) {
    return StreamSupport.stream(held.spliterator(), false).map(RecentEvents::read).toList();
  }

  private static JobEvent read(Response text) {
    try {
      return RecordJson.wire().readValue(text.toString(), JobEvent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A held event could not be read", e);
    }
  }
}
