package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.SummarizeUsage;
import io.moneyprinter.codecs.analytics.UsageRecorded;
import io.moneyprinter.codecs.analytics.UsageSummary;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** Takes down what jobs used, and tells each tenant its own sums. */
final class UsageReports {
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
  Future<UsageSummary> summarize(SummarizeUsage wish) {
    return book.summarize(new Span(tenant.get(), wish.from(), wish.to()).checked(longestSpan));
  }
}
