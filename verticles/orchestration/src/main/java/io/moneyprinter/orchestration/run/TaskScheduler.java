package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.ClaimStep;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.ContentStore;
import io.moneyprinter.orchestration.state.FitStore;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Needs;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Hands work out: a lease to the first node that claims it. */
public final class TaskScheduler {
  /** A node came with the ticket that cannot take the step; another one is given time to come. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(1);

  private final StateManager states;
  private final ContentStore contents;
  private final Duration lease;
  private final FitStore fits;

  /**
   * @param lease how long a lease lasts without a heartbeat
   */
  public TaskScheduler(StateManager states, ContentStore contents, FitStore fits, Duration lease) {
    this.states = states;
    this.contents = contents;
    this.fits = fits;
    this.lease = lease;
  }

  /** Gives a lease to the node, or says that there is nothing to do for this ticket. */
  public Future<StepClaim> claim(ClaimStep wish) {
    return Ids.read(wish.stepId())
        .map(id -> states.changeStep(id, found -> claim(found.change(), found.step(), wish)))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .map(claim -> claim.orElse(StepClaim.NOTHING_TO_DO));
  }

  private Future<StepClaim> claim(JobChange change, StepRow step, ClaimStep wish) {
    if (step.state() != StepState.READY || change.job().state() == JobState.PAUSED) {
      return Future.succeededFuture(StepClaim.NOTHING_TO_DO);
    }
    if (step.ticket().notBefore().isAfter(change.now())) {
      // An older ticket came early; a new one is put when it is due.
      return Future.succeededFuture(StepClaim.NOTHING_TO_DO);
    }
    if (SecondCopies.isCopy(step) && !SecondCopies.mayClaim(change, step, wish.node())) {
      return Future.succeededFuture(StepClaim.NOTHING_TO_DO);
    }
    Needs needs = step.place().needs();
    if (!needs.stated()) {
      return grant(change, step, wish);
    }
    Capacity wants = needs.capacity(wish.held() == null ? 0 : wish.held().memory());
    if (wish.held() != null && wish.held().covers(wants)) {
      return grant(change, step, wish);
    }
    return fits.offered(
            change.connection(), change.handout().queueOf(step), wish.node(), wants.memory())
        .map(
            offered -> {
              boolean may = wish.held() != null && offered.map(o -> o.covers(wants)).orElse(false);
              if (!may) {
                change.handout().later(step, change.now().plus(ELSEWHERE));
              }
              return may ? StepClaim.wanting(wants) : StepClaim.NOTHING_TO_DO;
            });
  }

  private Future<StepClaim> grant(JobChange change, StepRow step, ClaimStep wish) {
    boolean copy = SecondCopies.isCopy(step);
    StepRow claimed = step.claimed(wish.node(), change.now(), lease);
    change.put(claimed);
    if (change.job().state() == JobState.QUEUED) {
      change.job(change.job().started(change.now()));
      change.event(JobEvent.Type.JOB_STARTED, null, "Work on the video has begun");
    }
    if (copy) {
      change.event(
          JobEvent.Type.STEP_COPIED,
          claimed,
          "Takes long, so a second node tries it as well: " + step.label());
    } else {
      change.event(JobEvent.Type.STEP_STARTED, claimed, "Begun: " + step.label());
    }
    return contents
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
        (int) Math.max(1, claimed.place().timeout().toSeconds()),
        claimed.place().needs().memory() == null ? null : claimed.place().needs().capacity(0),
        change.job().id().toString());
  }
}
