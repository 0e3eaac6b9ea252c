package io.moneyprinter.materials.source;

import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.redis.RedisConnector;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the requests of all nodes against a site's limit, in Redis; while that is away, each node
 * counts its own. The count is the virtual scheduling of the generic cell rate algorithm (ITU-T
 * I.371, annex A), which allows the same as {@link TokenBucket}, by the clock of Redis. Safe to use
 * from any thread.
 */
final class SharedLimit {
  private static final Logger LOG = LoggerFactory.getLogger(SharedLimit.class);

  /** A search waits for this; Redis answers within milliseconds, or is away. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** The longest that anything is waited for by the local count when it only follows. */
  private static final Duration ANY = Duration.ofDays(1);

  /**
   * Microseconds to wait, or -1. KEYS: what is counted; ARGV: microseconds for one request, those
   * of the window, and those of the longest wait.
   */
  private static final String TAKE =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000000 + time[2]
      local due = tonumber(redis.call('GET', KEYS[1]) or now)
      if due < now then due = now end
      local following = due + tonumber(ARGV[1])
      local wait = following - tonumber(ARGV[2]) - now
      if wait < 0 then wait = 0 end
      if wait > tonumber(ARGV[3]) then return -1 end
      redis.call('SET', KEYS[1], string.format('%.0f', following),
        'PX', math.ceil((following - now) / 1000) + 1000)
      return math.ceil(wait)
      """;

  private final RedisConnector redis;
  private final String key;
  private final RequestLimit limit;
  private final TokenBucket own;

  /**
   * @param redis {@code null} where there is none: then this node counts by itself
   * @param source name of the site
   * @param address at which it is asked; another one has a count of its own
   */
  SharedLimit(RedisConnector redis, String source, String address, RequestLimit limit) {
    this.redis = redis;
    this.key = "materials:limit:1:" + source + ":" + hash(address + "\n" + limit);
    this.limit = limit;
    this.own = new TokenBucket(limit, System.nanoTime());
  }

  private static String hash(String text) {
    byte[] hash = Sha256.of(text);
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  /**
   * Takes leave for one request, ahead of its time if need be. Never fails.
   *
   * @return how long to wait before it is made; empty when it may not be made within {@code
   *     patience}
   */
  Future<Optional<Duration>> take(Duration patience) {
    if (redis == null) {
      return Future.succeededFuture(Optional.ofNullable(own.take(System.nanoTime(), patience)));
    }
    long window = TimeUnit.NANOSECONDS.toMicros(limit.window().toNanos());
    return redis
        .api()
        .eval(
            List.of(
                TAKE,
                "1",
                key,
                Long.toString(Math.max(1, window / limit.requests())),
                Long.toString(window),
                Long.toString(TimeUnit.NANOSECONDS.toMicros(patience.toNanos()))))
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(Response::toLong)
        .map(this::taken)
        .otherwise(
            cause -> {
              LOG.info("Requests are counted by this node alone: {}", cause.getMessage());
              return Optional.ofNullable(own.take(System.nanoTime(), patience));
            });
  }

  /** What all took counts here, too, so that this node knows where it stands when it is alone. */
  private Optional<Duration> taken(long micros) {
    if (micros < 0) {
      return Optional.empty();
    }
    own.take(System.nanoTime(), ANY);
    return Optional.of(Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)));
  }
}
