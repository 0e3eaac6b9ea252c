package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.Heartbeat;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.LeaseState;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.LeaseStore;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the workers' heartbeats: keeps their leases, and tells how far a job is, now and then. */
public final class ProgressTracker {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressTracker.class);

  /** Less is not worth an event. */
  private static final double STEP = 0.002;

  private final Pool pool;
  private final LeaseStore leases;
  private final StateManager states;
  private final Duration lease;
  private final Duration quiet;

  /**
   * @param pool of the writing side
   * @param lease how long a lease lasts after a heartbeat
   * @param quiet the least time between the last event of a job and one of its progress
   */
  public ProgressTracker(
      Pool pool, LeaseStore leases, StateManager states, Duration lease, Duration quiet) {
    this.pool = pool;
    this.leases = leases;
    this.states = states;
    this.lease = lease;
    this.quiet = quiet;
  }

  /** Keeps a lease; {@code held == false} when it is lost and the work has to stop. */
  public Future<LeaseState> beat(Heartbeat beat) {
    Optional<UUID> id = Ids.read(beat.stepId());
    if (id.isEmpty()) {
      return Future.succeededFuture(new LeaseState(false));
    }
    double progress = beat.progress() >= 0 ? beat.progress() : 0;
    return leases
        .beat(pool, id.get(), beat.token(), progress, lease, quiet)
        .map(
            kept -> {
              if (kept.isPresent() && kept.get().quiet()) {
                tell(id.get());
              }
              return new LeaseState(kept.isPresent());
            });
  }

  /** Whoever changes the job at present tells its progress anyway. */
  private void tell(UUID stepId) {
    states
        .<Void>changeStepIfFree(
            stepId,
            found -> {
              tell(found.change(), found.step());
              return Future.succeededFuture();
            })
        .onFailure(cause -> LOG.warn("Progress was not told: {}", cause.getMessage()));
  }

  private void tell(JobChange change, StepRow step) {
    boolean told = change.job().updatedAt().plus(quiet).isAfter(change.now());
    boolean further = change.standing().progress() >= change.job().progress() + STEP;
    if (change.job().state() == JobState.RUNNING && further && !told) {
      long percent = Math.round(step.progress() * 100);
      change.event(JobEvent.Type.STEP_PROGRESS, step, percent + " % of " + step.label());
    }
  }
}
