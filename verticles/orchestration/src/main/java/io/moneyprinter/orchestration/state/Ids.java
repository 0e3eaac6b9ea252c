package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ids that sort by age: UUID version 7 (RFC 9562), with the fraction of the millisecond in it. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long RANDOM_BITS = (1L << 62) - 1;
  private static final long VARIANT = 1L << 63;

  private Ids() {}

  public static UUID next() {
    Instant now = Instant.now();
    long fraction = now.getNano() % 1_000_000 * 4096L / 1_000_000;
    return new UUID(
        now.toEpochMilli() << 16 | 0x7000 | fraction, RANDOM.nextLong() & RANDOM_BITS | VARIANT);
  }

  /** Reads an id that came from outside; what has not the form of one is nobody's id. */
  public static Optional<UUID> read(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads after which one a page begins.
   *
   * @param text as it came from outside; {@code null} for the first page
   * @param kind what it should be the id of, with its article
   * @return {@code null} for the first page
   * @throws ServiceFailure {@code INVALID} when it is no id
   */
  public static UUID after(String text, String kind) {
    if (text == null) {
      return null;
    }
    return read(text)
        .orElseThrow(
            () ->
                ServiceFailure.invalid(
                    "/after", "must be the id of " + kind + ", such as the last one seen"));
  }
}
