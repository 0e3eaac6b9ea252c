package io.moneyprinter.codecs.analytics;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** Everything the analytics service answers. */
public final class AnalyticsMessages {
  public static final Endpoint<JobUsage, UsageRecorded> RECORD =
      new Endpoint<>("analytics.record", JobUsage.class, UsageRecorded.class);

  public static final Endpoint<SummarizeUsage, UsageSummary> SUMMARIZE =
      new Endpoint<>("analytics.summarize", SummarizeUsage.class, UsageSummary.class);

  private AnalyticsMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("analytics.UsageRecorded.v1", UsageRecorded.class);
    types.add("analytics.UsageSummary.v1", UsageSummary.class);
    types.add(RECORD, "analytics.JobUsage.v1");
    types.add(SUMMARIZE, "analytics.SummarizeUsage.v1");
  }
}
