package io.moneyprinter.platform.providers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one provider, used in turn. A key that was refused, is used up or was told to wait
 * rests. A provider without keys has one place that is empty. Safe to use from any thread.
 */
final class KeyRing {
  /** Why a key rests. */
  enum Rest {
    REFUSED(Duration.ofMinutes(15)),
    USED_UP(Duration.ofHours(1)),
    BUSY(Duration.ofSeconds(2));

    private final Duration usual;

    Rest(Duration usual) {
      this.usual = usual;
    }

    Duration usual() {
      return usual;
    }
  }

  /** One place on the ring; it is never printed. */
  static final class Key {
    private final String secret;
    private final int place;
    private Instant until = Instant.MIN;
    private Rest why;

    private Key(String secret, int place) {
      this.secret = secret;
      this.place = place;
    }

    String secret() {
      return secret;
    }

    @Override
    public String toString() {
      return "key " + (place + 1);
    }
  }

  private final List<Key> keys = new ArrayList<>();
  private int next;

  KeyRing(List<String> secrets) {
    replace(secrets);
  }

  /** Puts other keys in their place, none of which rests. Requests under way keep theirs. */
  synchronized void replace(List<String> secrets) {
    keys.clear();
    next = 0;
    for (String secret : secrets.isEmpty() ? List.of("") : secrets) {
      keys.add(new Key(secret, keys.size()));
    }
  }

  /** The next key in turn that does not rest and is not among the {@code tried}. */
  synchronized Optional<Key> next(Instant now, Set<Key> tried) {
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get((next + i) % keys.size());
      if (!tried.contains(key) && !key.until.isAfter(now)) {
        next = (key.place + 1) % keys.size();
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** Whether {@link #next} would give one. */
  synchronized boolean free(Instant now, Set<Key> tried) {
    return keys.stream().anyMatch(key -> !tried.contains(key) && !key.until.isAfter(now));
  }

  /** Of keys that all rest, the one to try nevertheless or to wait for: that rests least long. */
  synchronized Key soonest() {
    return keys.stream().min(Comparator.comparing(key -> key.until)).orElseThrow();
  }

  /** How long a key that was told to wait has to; nothing for one that rests for other reasons. */
  synchronized Duration wait(Key key, Instant now) {
    return key.why == Rest.BUSY && key.until.isAfter(now)
        ? Duration.between(now, key.until)
        : Duration.ZERO;
  }

  synchronized void rest(Key key, Rest why, Instant until) {
    key.why = why;
    key.until = until;
  }

  synchronized void wake(Key key) {
    key.why = null;
    key.until = Instant.MIN;
  }

  /** A text without any of the keys in it. */
  synchronized String masked(String text) {
    String masked = text;
    for (Key key : keys) {
      if (key.secret.length() >= 4) {
        masked = masked.replace(key.secret, "…");
      }
    }
    return masked;
  }
}
