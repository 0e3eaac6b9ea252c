package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers who holds a credential for at most a minute, so that a page that asks twice a second
 * costs one look-up. Keeps digests, never credentials. Of one event loop; not thread-safe.
 */
final class CallerCache {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MAX_ENTRIES = 10_000;

  private record Entry(Caller caller, Instant until) {}

  private final Map<String, Entry> entries =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  /** Grows whenever something is forgotten: what was asked before that is not to be kept. */
  private long generation;

  long generation() {
    return generation;
  }

  void forget(String tenant, String subject) {
    generation++;
    entries
        .values()
        .removeIf(
            entry ->
                entry.caller().tenant().equals(tenant) && entry.caller().subject().equals(subject));
  }

  /**
   * Who holds a credential.
   *
   * @param name digest of the credential
   */
  Optional<Caller> find(String name, Instant now) {
    Entry entry = entries.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    if (!now.isBefore(entry.until())) {
      entries.remove(name);
      return Optional.empty();
    }
    return Optional.of(entry.caller());
  }

  /**
   * Remembers who holds a credential.
   *
   * @param name digest of the credential
   * @param asked the generation when the question was asked
   */
  void keep(String name, Caller caller, long asked, Instant now) {
    if (asked != generation) {
      return;
    }
    Instant longest = now.plus(LONGEST);
    Instant until = caller.validUntil().isBefore(longest) ? caller.validUntil() : longest;
    if (now.isBefore(until)) {
      entries.put(name, new Entry(caller, until));
    }
  }

  static String digest(Authenticate credential) {
    MessageDigest sha256 = Sha256.begin();
    sha256.update((byte) credential.kind().ordinal());
    if (credential.service() != null) {
      sha256.update((credential.service() + '\0').getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of()
        .formatHex(sha256.digest(credential.secret().getBytes(StandardCharsets.UTF_8)));
  }
}
