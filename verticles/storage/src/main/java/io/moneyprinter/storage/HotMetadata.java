package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.Blob;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of files that were asked for lately, in Redis. The books are the truth: what is
 * missing here is read there, and a Redis that is away costs nothing but that.
 */
final class HotMetadata {
  private static final Logger LOG = LoggerFactory.getLogger(HotMetadata.class);
  private static final String PREFIX = "moneyprinter:blob:";
  private static final Duration LIFE = Duration.ofHours(1);

  private final RedisAPI redis;

  HotMetadata(RedisAPI redis) {
    this.redis = redis;
  }

  /** The entry of a key, looked up in the books when it is not here. */
  Future<Optional<Blob>> of(String key, Supplier<Future<Optional<Blob>>> books) {
    return redis
        .get(PREFIX + key)
        .map(found -> found == null ? Optional.<Blob>empty() : read(key, found.toString()))
        .recover(
            away -> {
              LOG.debug("Redis did not answer", away);
              return Future.succeededFuture(Optional.empty());
            })
        .compose(
            hot -> hot.isPresent() ? Future.succeededFuture(hot) : books.get().compose(this::kept));
  }

  private Future<Optional<Blob>> kept(Optional<Blob> found) {
    return found.isEmpty() ? Future.succeededFuture(found) : keep(found.get()).map(Optional::of);
  }

  /** Keeps an entry as it stands in the books. */
  Future<Blob> keep(Blob blob) {
    return redis
        .setex(
            PREFIX + blob.key(),
            Long.toString(LIFE.toSeconds()),
            blob.size() + " " + blob.mediaType())
        .map(blob)
        .otherwise(blob);
  }

  /** The entry is gone from the books. */
  Future<Void> forget(String key) {
    return redis.del(List.of(PREFIX + key)).<Void>mapEmpty().otherwiseEmpty();
  }

  private static Optional<Blob> read(String key, String text) {
    int gap = text.indexOf(' ');
    try {
      return Optional.of(
          new Blob(key, Long.parseLong(text.substring(0, gap)), text.substring(gap + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      LOG.warn("What Redis holds of the file {} cannot be read", key);
      return Optional.empty();
    }
  }
}
