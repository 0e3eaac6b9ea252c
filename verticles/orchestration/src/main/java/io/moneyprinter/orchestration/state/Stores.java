package io.moneyprinter.orchestration.state;

/** The tables of the service. They hold no state of their own, so one of each serves all. */
public record Stores(
    JobStore jobs,
    StepStore steps,
    ContentStore contents,
    LeaseStore leases,
    TurnStore turns,
    OutboxStore outbox,
    CompensationStore compensations,
    ViewStore views,
    SegmentStore segments,
    StragglerStore stragglers,
    FitStore fits,
    CostStore costs) {

  /**
   * @param outside whether there is a broker to tell consumers outside
   */
  public static Stores open(boolean outside) {
    return new Stores(
        new JobStore(),
        new StepStore(),
        new ContentStore(),
        new LeaseStore(),
        new TurnStore(),
        new OutboxStore(outside),
        new CompensationStore(),
        new ViewStore(),
        new SegmentStore(),
        new StragglerStore(),
        new FitStore(),
        new CostStore());
  }
}
