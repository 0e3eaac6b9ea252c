package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.orchestration.ClaimStep;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.LeaseStore;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.state.StepStore;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Hands work out: a lease to the first node that claims it, and a new ticket when none comes. */
public final class TaskScheduler {
  private static final int TICKETS_AT_ONCE = 200;

  private final Pool pool;
  private final StateManager states;
  private final StepStore steps;
  private final LeaseStore leases;
  private final Tickets tickets;
  private final MessageCatalogue catalogue;
  private final Duration lease;

  /**
   * @param pool of the writing side
   * @param lease how long a lease lasts without a heartbeat
   */
  public TaskScheduler(
      Pool pool,
      StateManager states,
      StepStore steps,
      LeaseStore leases,
      Tickets tickets,
      MessageCatalogue catalogue,
      Duration lease) {
    this.pool = pool;
    this.states = states;
    this.steps = steps;
    this.leases = leases;
    this.tickets = tickets;
    this.catalogue = catalogue;
    this.lease = lease;
  }

  /** Gives a lease to the node, or says that there is nothing to do for this ticket. */
  public Future<StepClaim> claim(ClaimStep wish) {
    return Ids.read(wish.stepId())
        .map(id -> states.changeStep(id, found -> claim(found.change(), found.step(), wish.node())))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .map(claim -> claim.orElse(StepClaim.NOTHING_TO_DO));
  }

  private Future<StepClaim> claim(JobChange change, StepRow step, String node) {
    if (step.state() != StepState.READY || change.job().state() == JobState.PAUSED) {
      return Future.succeededFuture(StepClaim.NOTHING_TO_DO);
    }
    if (step.ticket().notBefore().isAfter(change.now())) {
      // An older ticket came early, and the queue may have taken the newer one for the same.
      tickets.put(List.of(change.ticket(step)));
      return Future.succeededFuture(StepClaim.NOTHING_TO_DO);
    }
    StepRow claimed = step.claimed(node, change.now(), lease);
    change.put(claimed);
    if (change.job().state() == JobState.QUEUED) {
      change.job(change.job().started(change.now()));
      change.event(JobEvent.Type.JOB_STARTED, null, "Work on the video has begun");
    }
    change.event(JobEvent.Type.STEP_STARTED, claimed, "Begun: " + step.label());
    return steps
        .request(change.connection(), step.id())
        .map(request -> claimOf(change, claimed, request));
  }

  private StepClaim claimOf(JobChange change, StepRow claimed, String request) {
    return new StepClaim(
        true,
        claimed.lease().token(),
        claimed.place().address(),
        request,
        change.job().tenant(),
        change.job().correlationId(),
        (int) Math.max(1, lease.toSeconds()),
        (int) Math.max(1, claimed.place().timeout().toSeconds()));
  }

  /** Puts tickets again that nobody has taken for {@code pause}: they may have been lost. */
  public Future<?> putAgain(Duration pause) {
    return leases
        .untaken(pool, pause, TICKETS_AT_ONCE)
        .onSuccess(found -> tickets.put(found.stream().flatMap(this::ticket).toList()));
  }

  private Stream<Ticket> ticket(LeaseStore.Untaken step) {
    return catalogue.call(step.address()).stream()
        .filter(Task.class::isInstance)
        .map(
            task ->
                new Ticket(
                    ((Task<?, ?>) task).queue(), step.stepId().toString(), null, step.priority()));
  }
}
