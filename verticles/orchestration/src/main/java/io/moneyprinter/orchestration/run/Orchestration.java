package io.moneyprinter.orchestration.run;

import io.moneyprinter.orchestration.calls.CallDesk;
import io.moneyprinter.orchestration.fair.SlotOffers;
import io.moneyprinter.orchestration.ledger.Accounting;
import io.vertx.core.Future;

/** The service's components, as {@link OrchestrationWiring} put them together. */
public record Orchestration(
    JobViews views,
    SegmentViews segments,
    JobCommands commands,
    JobControl control,
    Decisions decisions,
    NewPlan plan,
    TaskScheduler scheduler,
    SlotOffers offers,
    ProgressTracker progress,
    WorkflowManager manager,
    ErrorHandler errors,
    CallDesk calls,
    Accounting accounting,
    TimeViews times,
    Deletions deletions,
    Housekeeping housekeeping) {
  /** Stops looking for work; done when what is under way is. */
  public Future<?> close() {
    return housekeeping.close();
  }
}
