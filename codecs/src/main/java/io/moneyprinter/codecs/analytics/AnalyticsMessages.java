package io.moneyprinter.codecs.analytics;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** Everything the analytics service answers. */
public final class AnalyticsMessages {
  public static final Endpoint<JobUsage, UsageRecorded> RECORD =
      new Endpoint<>("analytics.record", JobUsage.class, UsageRecorded.class);

  public static final Endpoint<SummarizeUsage, UsageSummary> SUMMARIZE =
      new Endpoint<>("analytics.summarize", SummarizeUsage.class, UsageSummary.class);

  public static final Endpoint<ShowFunnel, Funnel> FUNNEL =
      new Endpoint<>("analytics.funnel", ShowFunnel.class, Funnel.class);

  public static final Endpoint<ShowDurations, Durations> DURATIONS =
      new Endpoint<>("analytics.durations", ShowDurations.class, Durations.class);

  public static final Endpoint<ShowSuccess, Success> SUCCESS =
      new Endpoint<>("analytics.success", ShowSuccess.class, Success.class);

  public static final Endpoint<ShowTrends, Trends> TRENDS =
      new Endpoint<>("analytics.trends", ShowTrends.class, Trends.class);

  private AnalyticsMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("analytics.UsageRecorded.v1", UsageRecorded.class);
    types.add("analytics.UsageSummary.v1", UsageSummary.class);
    types.add(RECORD, "analytics.JobUsage.v1");
    types.add("analytics.Funnel.v1", Funnel.class);
    types.add("analytics.Durations.v1", Durations.class);
    types.add("analytics.Success.v1", Success.class);
    types.add("analytics.Trends.v1", Trends.class);
    types.add(FUNNEL, "analytics.ShowFunnel.v1");
    types.add(DURATIONS, "analytics.ShowDurations.v1");
    types.add(SUCCESS, "analytics.ShowSuccess.v1");
    types.add(TRENDS, "analytics.ShowTrends.v1");
    types.add(SUMMARIZE, "analytics.SummarizeUsage.v1");
  }
}
