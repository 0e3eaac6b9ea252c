package io.moneyprinter.analytics;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A time whose jobs are looked at.
 *
 * @param tenant whose jobs; {@code null} for all tenants'
 * @param from inclusive
 * @param to exclusive
 */
record Span(String tenant, Instant from, Instant to) {
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** Fails with {@code INVALID} when it does not end after it begins, or is too long. */
  Span checked(Duration longest) {
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw ServiceFailure.invalid("/from", "A span lies between " + EARLIEST + " and " + LATEST);
    }
    if (!from.isBefore(to)) {
      throw ServiceFailure.invalid("/to", "The end of the span has to be after its beginning");
    }
    if (Duration.between(from, to).compareTo(longest) > 0) {
      throw ServiceFailure.invalid(
          "/to", "One answer spans at most " + longest.toDays() + " days: ask for parts of it");
    }
    return this;
  }

  /** Tenant, beginning and end, for a statement. */
  Tuple tuple() {
    return Tuple.of(tenant, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
  }
}
