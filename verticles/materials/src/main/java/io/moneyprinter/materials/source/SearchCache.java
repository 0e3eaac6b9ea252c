package io.moneyprinter.materials.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.redis.RedisConnector;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps answers of sources in Redis, for all nodes, so that a search is not made twice. Without
 * Redis every search is made.
 */
public final class SearchCache {
  private static final Logger LOG = LoggerFactory.getLogger(SearchCache.class);

  /** A search takes about as long; waiting longer for its answer would be no gain. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final RedisConnector redis;
  private final Duration life;

  /** An answer as it is kept. */
  record Kept(List<Candidate> candidates) {}

  /**
   * @param life how long an answer is kept at most; zero to keep none
   */
  public SearchCache(RedisConnector redis, Duration life) {
    this.redis = redis;
    this.life = life;
  }

  /** The name of a search's answer: equal for equal searches at the same address. */
  String key(String source, String address, SourceQuery query) {
    try {
      String text = address + "\n" + RecordJson.wire().writeValueAsString(query);
      byte[] hash = Sha256.of(text);
      return "materials:search:1:" + source + ":" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A search cannot be named", e);
    }
  }

  /** The kept answer, if there is one and it can be read. */
  Future<Optional<List<Candidate>>> find(String key) {
    if (life.isZero()) {
      return Future.succeededFuture(Optional.empty());
    }
    return redis
        .api()
        .get(key)
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(found -> found == null ? Optional.<List<Candidate>>empty() : read(found.toString()))
        .otherwise(
            cause -> {
              LOG.debug("No kept searches at present: {}", cause.getMessage());
              return Optional.empty();
            });
  }

  private static Optional<List<Candidate>> read(String json) {
    try {
      return Optional.of(RecordJson.wire().readValue(json, Kept.class).candidates());
    } catch (JsonProcessingException e) {
      LOG.info("A kept search cannot be read and is made again: {}", e.getOriginalMessage());
      return Optional.empty();
    }
  }

  /**
   * Keeps an answer; never fails.
   *
   * @param longest how long it holds
   */
  Future<Void> keep(String key, List<Candidate> candidates, Duration longest) {
    Duration time = life.compareTo(longest) < 0 ? life : longest;
    if (time.isZero()) {
      return Future.succeededFuture();
    }
    try {
      String json = RecordJson.wire().writeValueAsString(new Kept(candidates));
      return redis
          .api()
          .setex(key, Long.toString(Math.max(1, time.toSeconds())), json)
          .<Void>mapEmpty()
          .otherwise(
              cause -> {
                LOG.debug("A search is not kept: {}", cause.getMessage());
                return null;
              });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every candidate is JSON", e);
    }
  }
}
