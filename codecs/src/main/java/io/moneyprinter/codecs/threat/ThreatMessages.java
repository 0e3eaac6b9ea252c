package io.moneyprinter.codecs.threat;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;

/** What the threat detector answers; it runs with every gateway, and all share what they know. */
public final class ThreatMessages {
  public static final Endpoint<ReportThreat, ThreatNoted> REPORT =
      new Endpoint<>("threat.report", ReportThreat.class, ThreatNoted.class);

  public static final Endpoint<CheckThreat, ThreatVerdict> CHECK =
      new Endpoint<>("threat.check", CheckThreat.class, ThreatVerdict.class);

  public static final Endpoint<ListThreats, ThreatList> LIST =
      new Endpoint<>("threat.list", ListThreats.class, ThreatList.class);

  /** Fails with {@code NOT_FOUND} when nothing is done about the subject. */
  public static final Endpoint<LiftThreat, ThreatNoted> LIFT =
      new Endpoint<>("threat.lift", LiftThreat.class, ThreatNoted.class);

  public static final Topic<ThreatChanged> CHANGED =
      new Topic<>("threat.changed", ThreatChanged.class);

  private ThreatMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("threat.ThreatNoted.v1", ThreatNoted.class);
    types.add("threat.ThreatVerdict.v1", ThreatVerdict.class);
    types.add("threat.ThreatList.v1", ThreatList.class);
    types.add("threat.ThreatChanged.v1", ThreatChanged.class);
    types.add(REPORT, "threat.ReportThreat.v1");
    types.add(CHECK, "threat.CheckThreat.v1");
    types.add(LIST, "threat.ListThreats.v1");
    types.add(LIFT, "threat.LiftThreat.v1");
  }
}
