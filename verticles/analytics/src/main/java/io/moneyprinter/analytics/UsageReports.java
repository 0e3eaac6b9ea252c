package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.SummarizeUsage;
import io.moneyprinter.codecs.analytics.UsageRecorded;
import io.moneyprinter.codecs.analytics.UsageSummary;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Takes down what jobs used, and tells each tenant its own sums. */
final class UsageReports {
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final UsageBook book;
  private final Duration longestSpan;
  private final Supplier<String> tenant;

  /**
   * @param tenant for whom the present call works
   */
  UsageReports(UsageBook book, Duration longestSpan, Supplier<String> tenant) {
    this.book = book;
    this.longestSpan = longestSpan;
    this.tenant = tenant;
  }

  /** Answers {@link io.moneyprinter.codecs.analytics.AnalyticsMessages#RECORD}. */
  Future<UsageRecorded> record(JobUsage usage) {
    if (!usage.state().terminal()) {
      throw ServiceFailure.invalid(
          "/state", "A job that is " + usage.state() + " has not ended: record it when it has");
    }
    return book.record(usage).map(UsageRecorded::new);
  }

  /** Answers {@link io.moneyprinter.codecs.analytics.AnalyticsMessages#SUMMARIZE}. */
  Future<UsageSummary> summarize(SummarizeUsage span) {
    if (span.from().isBefore(EARLIEST) || span.to().isAfter(LATEST)) {
      throw ServiceFailure.invalid("/from", "A span lies between " + EARLIEST + " and " + LATEST);
    }
    if (!span.from().isBefore(span.to())) {
      throw ServiceFailure.invalid("/to", "The end of the span has to be after its beginning");
    }
    if (Duration.between(span.from(), span.to()).compareTo(longestSpan) > 0) {
      throw ServiceFailure.invalid(
          "/to",
          "One summary spans at most " + longestSpan.toDays() + " days: ask for parts of it");
    }
    return book.summarize(tenant.get(), span);
  }
}
