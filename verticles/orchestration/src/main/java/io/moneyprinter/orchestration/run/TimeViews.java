package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.EstimateTime;
import io.moneyprinter.codecs.orchestration.TimeEstimate;
import io.moneyprinter.codecs.orchestration.TimeEstimate.Span;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.ledger.Accounting;
import io.moneyprinter.orchestration.state.LoadStore;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import java.util.List;

/** Tells how long videos would take that nobody has ordered yet. */
public final class TimeViews {
  /** A voice's pace and the pauses between scenes, against what is taken for granted. */
  private static final double SPOKEN = 0.2;

  /** What is still to be written may turn out longer or shorter besides. */
  private static final double WRITTEN = 0.35;

  private final Database database;
  private final LoadStore loads;
  private final WorkflowChoice workflows;
  private final Accounting accounting;
  private final TimeForecast forecast;

  TimeViews(
      Database database,
      LoadStore loads,
      WorkflowChoice workflows,
      Accounting accounting,
      CostBook book) {
    this.database = database;
    this.loads = loads;
    this.workflows = workflows;
    this.accounting = accounting;
    this.forecast = new TimeForecast(book::of);
  }

  /** How long a video would be and take; {@code INVALID} for a brief that breaks a rule. */
  public Future<TimeEstimate> estimate(EstimateTime wish) {
    VideoBrief brief = wish.brief();
    List<Violation> violations = BriefRules.violations(brief);
    if (!violations.isEmpty()) {
      throw ServiceFailure.invalid("The brief cannot be made into a video", violations);
    }
    Accounting.Length length = accounting.length(brief);
    return loads
        .read(database.reader())
        .map(
            load ->
                forecast.of(
                    workflows.of(brief),
                    video(brief, length.seconds()),
                    new ExpectedWork(brief, length),
                    load::before,
                    load.jobs()));
  }

  private static Span video(VideoBrief brief, double seconds) {
    boolean given = brief.script() != null || !brief.scenes().isEmpty();
    double off =
        brief.timeline() != null ? 0 : given && !brief.writing().enhances() ? SPOKEN : WRITTEN;
    return new Span(seconds * (1 - off), seconds, seconds * (1 + off));
  }
}
