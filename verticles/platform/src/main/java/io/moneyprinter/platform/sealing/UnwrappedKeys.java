package io.moneyprinter.platform.sealing;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Data keys that were unwrapped a moment ago, so that a video that is played from an encrypted
 * object in many stretches costs one question, not one for each. In memory only, for minutes.
 */
final class UnwrappedKeys {
  private static final int MOST = 500;
  private static final Duration LIFE = Duration.ofMinutes(5);

  private record Sealed(String ciphertext, String context) {}

  private record Kept(Future<byte[]> dataKey, Instant until) {}

  private final Clock clock;
  private final Map<Sealed, Kept> keys =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sealed, Kept> eldest) {
          return size() > MOST;
        }
      };

  UnwrappedKeys(Clock clock) {
    this.clock = clock;
  }

  /** Keeps one that was just wrapped; the object that it is for is made next. */
  synchronized void keep(String ciphertext, String context, byte[] dataKey) {
    keys.put(
        new Sealed(ciphertext, context),
        new Kept(Future.succeededFuture(dataKey.clone()), clock.instant().plus(LIFE)));
  }

  /** The data key, asked for when it was not lately; who asks meanwhile waits for the same. */
  synchronized Future<byte[]> get(
      String ciphertext, String context, Supplier<Future<byte[]>> unwrap) {
    Instant now = clock.instant();
    keys.values().removeIf(kept -> kept.until().isBefore(now) || kept.dataKey().failed());
    return keys.computeIfAbsent(
            new Sealed(ciphertext, context), any -> new Kept(unwrap.get(), now.plus(LIFE)))
        .dataKey();
  }
}
