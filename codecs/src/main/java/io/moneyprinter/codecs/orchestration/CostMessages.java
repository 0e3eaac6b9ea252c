package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** What the orchestration service answers about money, and about calls that cost some. */
public final class CostMessages {
  /** {@code QUOTA} when the call would cross a cap. */
  public static final Endpoint<RecallCall, RecalledCall> RECALL_CALL =
      new Endpoint<>("orchestration.recall-call", RecallCall.class, RecalledCall.class);

  /** Idempotent. */
  public static final Endpoint<KeepCall, KeptCall> KEEP_CALL =
      new Endpoint<>("orchestration.keep-call", KeepCall.class, KeptCall.class);

  /** Idempotent; {@code held == false} when the lease is lost. */
  public static final Endpoint<DropCall, LeaseState> DROP_CALL =
      new Endpoint<>("orchestration.drop-call", DropCall.class, LeaseState.class);

  /** {@code QUOTA} when the call would cross a cap of the tenant. */
  public static final Endpoint<AllowCall, AllowedCall> ALLOW_CALL =
      new Endpoint<>("orchestration.allow-call", AllowCall.class, AllowedCall.class);

  /** Idempotent. */
  public static final Endpoint<BookCall, BookedCall> BOOK_CALL =
      new Endpoint<>("orchestration.book-call", BookCall.class, BookedCall.class);

  public static final Endpoint<EstimateCost, CostEstimate> ESTIMATE =
      new Endpoint<>("orchestration.estimate-cost", EstimateCost.class, CostEstimate.class);

  /** {@code NOT_FOUND} when the caller's tenant has no such job. */
  public static final Endpoint<ShowCosts, JobCosts> JOB_COSTS =
      new Endpoint<>("orchestration.job-costs", ShowCosts.class, JobCosts.class);

  public static final Endpoint<ShowDayCosts, DayCosts> DAY_COSTS =
      new Endpoint<>("orchestration.day-costs", ShowDayCosts.class, DayCosts.class);

  public static final Endpoint<ShowSpanCosts, SpanCosts> SPAN_COSTS =
      new Endpoint<>("orchestration.span-costs", ShowSpanCosts.class, SpanCosts.class);

  /** Idempotent; {@code INVALID} for a budget that is not more than 0. */
  public static final Endpoint<SetBudget, JobCosts> SET_BUDGET =
      new Endpoint<>("orchestration.set-budget", SetBudget.class, JobCosts.class);

  private CostMessages() {}

  static void catalogue(MessageCatalogue.Builder types) {
    types.add("orchestration.RecalledCall.v1", RecalledCall.class);
    types.add("orchestration.KeptCall.v1", KeptCall.class);
    types.add("orchestration.AllowedCall.v1", AllowedCall.class);
    types.add("orchestration.BookedCall.v1", BookedCall.class);
    types.add(ALLOW_CALL, "orchestration.AllowCall.v1");
    types.add(BOOK_CALL, "orchestration.BookCall.v1");
    types.add("orchestration.CostEstimate.v1", CostEstimate.class);
    types.add("orchestration.JobCosts.v1", JobCosts.class);
    types.add("orchestration.DayCosts.v1", DayCosts.class);
    types.add(RECALL_CALL, "orchestration.RecallCall.v1");
    types.add(KEEP_CALL, "orchestration.KeepCall.v1");
    types.add(DROP_CALL, "orchestration.DropCall.v1");
    types.add(ESTIMATE, "orchestration.EstimateCost.v1");
    types.add(JOB_COSTS, "orchestration.ShowCosts.v1");
    types.add(DAY_COSTS, "orchestration.ShowDayCosts.v1");
    types.add("orchestration.SpanCosts.v1", SpanCosts.class);
    types.add(SPAN_COSTS, "orchestration.ShowSpanCosts.v1");
    types.add(SET_BUDGET, "orchestration.SetBudget.v1");
  }
}
