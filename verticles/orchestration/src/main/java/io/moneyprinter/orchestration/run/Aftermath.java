package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.orchestration.fair.TicketRelease;
import io.moneyprinter.orchestration.relay.OutboxRelay;
import io.moneyprinter.orchestration.state.JobChange;
import io.vertx.core.eventbus.EventBus;
import java.util.function.Consumer;

/** What follows from a change once it is durable. All of it is found again should it get lost. */
final class Aftermath implements Consumer<JobChange> {
  private final EventBus bus;
  private final TicketRelease release;
  private final OutboxRelay relay;
  private final JobMeters meters;
  private final CostBook costs;
  private final Runnable undo;

  /**
   * @param undo called when a job has come to an end and may have left something behind
   */
  Aftermath(
      EventBus bus,
      TicketRelease release,
      OutboxRelay relay,
      JobMeters meters,
      CostBook costs,
      Runnable undo) {
    this.bus = bus;
    this.release = release;
    this.relay = relay;
    this.meters = meters;
    this.costs = costs;
    this.undo = undo;
  }

  @Override
  public void accept(JobChange change) {
    release.wake(change);
    change.revoked().forEach(step -> OrchestrationMessages.STEP_REVOKED.publish(bus, step));
    relay.wake();
    if (change.job().state().terminal()) {
      undo.run();
    }
    costs.learn(change);
    meters.count(change);
  }
}
