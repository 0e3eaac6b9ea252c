package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobRow;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Ends jobs that take longer in all than their workflow allows. */
public final class JobDeadlines {
  private static final int AT_ONCE = 100;

  /** Which step is named as the one that the time ran out in. */
  private static final List<StepState> BUSIEST =
      List.of(StepState.RUNNING, StepState.AWAITING, StepState.READY, StepState.WAITING);

  private final Pool pool;
  private final JobStore jobs;
  private final StateManager states;

  JobDeadlines(Pool pool, JobStore jobs, StateManager states) {
    this.pool = pool;
    this.jobs = jobs;
    this.states = states;
  }

  /** Ends all of them, one after the other. */
  public Future<?> sweep() {
    return jobs.overdue(pool, AT_ONCE)
        .compose(
            late -> {
              Future<?> done = Future.succeededFuture();
              for (UUID job : late) {
                done = done.compose(next -> end(job));
              }
              return done;
            });
  }

  private Future<?> end(UUID jobId) {
    return states.<Void>changeJob(
        jobId,
        change -> {
          JobRow job = change.job();
          boolean late =
              job.state() == JobState.RUNNING
                  && job.clock().deadline() != null
                  && job.clock().deadline().isBefore(change.now());
          if (late) {
            busiest(change);
          }
          return Future.succeededFuture();
        });
  }

  private static void busiest(JobChange change) {
    change.steps().stream()
        .filter(step -> BUSIEST.contains(step.state()))
        .min(
            Comparator.comparing((StepRow step) -> BUSIEST.indexOf(step.state()))
                .thenComparing(step -> step.place().ordinal()))
        .ifPresent(
            step -> {
              if (step.state() == StepState.RUNNING) {
                change.revoke(step);
              }
              ErrorHandler.end(
                  change,
                  step,
                  new ServiceFailure(
                      FailureCode.TIMEOUT,
                      "Job "
                          + change.job().id()
                          + " took longer in all than its "
                          + change.job().clock().limit().toSeconds()
                          + " s: resume it for as long again, or raise timeout at the head of"
                          + " workflow "
                          + change.job().workflow()));
            });
  }
}
