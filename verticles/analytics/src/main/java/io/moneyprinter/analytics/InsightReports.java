package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.Durations;
import io.moneyprinter.codecs.analytics.Funnel;
import io.moneyprinter.codecs.analytics.ShowDurations;
import io.moneyprinter.codecs.analytics.ShowFunnel;
import io.moneyprinter.codecs.analytics.ShowSuccess;
import io.moneyprinter.codecs.analytics.ShowTrends;
import io.moneyprinter.codecs.analytics.Success;
import io.moneyprinter.codecs.analytics.Trends;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Tells each tenant how its jobs went, and operators how all did. */
final class InsightReports {
  /** One line a day. */
  private static final Duration LONGEST_TREND = Duration.ofDays(366);

  private final Insights insights;
  private final DayBook days;
  private final Duration longestSpan;
  private final Supplier<String> tenant;

  /**
   * @param tenant for whom the present call works
   */
  InsightReports(Database database, Duration longestSpan, Supplier<String> tenant) {
    this.insights = new Insights(database);
    this.days = new DayBook(database);
    this.longestSpan = longestSpan;
    this.tenant = tenant;
  }

  Future<Funnel> funnel(ShowFunnel wish) {
    return insights.funnel(span(wish.everybody(), wish.from(), wish.to()).checked(longestSpan));
  }

  Future<Durations> durations(ShowDurations wish) {
    return insights.durations(span(wish.everybody(), wish.from(), wish.to()).checked(longestSpan));
  }

  Future<Success> success(ShowSuccess wish) {
    return insights.success(span(wish.everybody(), wish.from(), wish.to()).checked(longestSpan));
  }

  Future<Trends> trends(ShowTrends wish) {
    Duration most = longestSpan.compareTo(LONGEST_TREND) < 0 ? longestSpan : LONGEST_TREND;
    return days.trends(
        span(wish.everybody(), wish.from(), wish.to()).checked(most), zone(wish.zone()));
  }

  private Span span(boolean everybody, Instant from, Instant to) {
    return new Span(everybody ? null : tenant.get(), from, to);
  }

  private static ZoneId zone(String name) {
    try {
      return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw ServiceFailure.invalid("/zone", "zone must be one such as Europe/Berlin or UTC");
    }
  }
}
