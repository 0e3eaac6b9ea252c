package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.moneyprinter.codecs.orchestration.RetryJob;
import io.moneyprinter.codecs.orchestration.SetPriority;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Action;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import io.vertx.core.Future;
import java.util.stream.Collectors;

/** What an owner may do with a job that is there: each of it harmless when asked for twice. */
public final class JobControl {
  private final OwnedJobs owned;
  private final JobWorkflows workflows;
  private final WorkflowManager manager;
  private final SagaPlanner saga;
  private final QuotaCheck quota;

  JobControl(
      OwnedJobs owned,
      JobWorkflows workflows,
      WorkflowManager manager,
      SagaPlanner saga,
      QuotaCheck quota) {
    this.quota = quota;
    this.owned = owned;
    this.workflows = workflows;
    this.manager = manager;
    this.saga = saga;
  }

  /** Calls a job off; {@code CONFLICT} when it has completed or failed already. */
  public Future<Job> cancel(CancelJob wish) {
    return owned.change(
        wish.jobId(),
        change -> {
          JobState state = change.job().state();
          if (state == JobState.COMPLETED || state == JobState.FAILED) {
            return OwnedJobs.conflict(change, "there is nothing to call off any more");
          }
          if (state != JobState.CANCELLED) {
            change.all().stop();
            change.job(change.job().cancelled(change.now()));
            change.event(JobEvent.Type.JOB_CANCELLED, null, "The video was called off");
          }
          return Future.succeededFuture();
        });
  }

  /**
   * Begins no further step; those that run come to their end. {@code CONFLICT} when the job is at
   * an end.
   */
  public Future<Job> pause(PauseJob wish) {
    return owned.change(
        wish.jobId(),
        change -> {
          if (change.job().state().terminal()) {
            return OwnedJobs.conflict(change, "there is nothing to halt any more");
          }
          if (change.job().state() != JobState.PAUSED) {
            change.all().pause();
            change.event(JobEvent.Type.JOB_PAUSED, null, "The video was halted");
          }
          return Future.succeededFuture();
        });
  }

  /**
   * Starts a paused, failed or cancelled job again at what is not done; leaves any other alone.
   * {@code CONFLICT} while what it did is being undone; {@code QUOTA} when one that counted no
   * more, as it had failed or was called off, would be more than the tenant has left this month.
   */
  public Future<Job> resume(ResumeJob wish) {
    CallContext caller = CallContext.currentOrSystem();
    return owned.change(
        wish.jobId(),
        change -> {
          JobState state = change.job().state();
          if (state == JobState.PAUSED) {
            change.all().unpause();
            change.event(JobEvent.Type.JOB_RESUMED, null, "The video goes on");
            return Future.succeededFuture();
          }
          if (state != JobState.FAILED && state != JobState.CANCELLED) {
            return Future.succeededFuture();
          }
          return quota
              .hold(caller, change.job().id())
              .compose(may -> workflows.of(change))
              .compose(workflow -> saga.reopen(change, workflow))
              .compose(open -> goOn(change, "The video goes on where it stopped"));
        });
  }

  /**
   * Does a step of a job that is at an end anew, and everything after it; results of what comes
   * before are kept. {@code INVALID} for a step that the job has not, {@code CONFLICT} when the job
   * is under way, unless it is so because of the same wish.
   */
  public Future<Job> retry(RetryJob wish) {
    CallContext caller = CallContext.currentOrSystem();
    return owned.change(
        wish.jobId(),
        change -> {
          if (!change.job().state().terminal()) {
            return wish.from().equals(change.job().retriedFrom())
                ? Future.succeededFuture()
                : OwnedJobs.conflict(
                    change, "call it off before a step of it is done anew, or wait for its end");
          }
          return quota
              .hold(caller, change.job().id())
              .compose(may -> workflows.of(change))
              .compose(workflow -> retry(change, workflow, wish.from()));
        });
  }

  private Future<Void> retry(JobChange change, Workflow workflow, String from) {
    if (workflow.steps().stream().noneMatch(step -> step.name().equals(from))) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/from",
              "There is no step "
                  + from
                  + "; the steps are "
                  + workflow.steps().stream()
                      .map(WorkflowStep::name)
                      .collect(Collectors.joining(", "))));
    }
    return saga.reopen(change, workflow)
        .compose(
            open -> {
              workflow.from(from).forEach(change.all()::anew);
              return goOn(change, "Done anew from step " + from + " on");
            })
        .onSuccess(going -> change.job(change.job().retriedFrom(from)));
  }

  private Future<Void> goOn(JobChange change, String message) {
    for (StepRow step : change.steps()) {
      if (step.state().settled()) {
        continue;
      }
      if (step.place().address().equals(Action.Ask.ADDRESS)) {
        change.all().anew(step.place().name());
      } else if (step.bound()) {
        change.handout().again(step.afresh(), 0, change.now());
      } else {
        change.put(step.afresh());
      }
    }
    change.job(change.job().resumed(change.standing().progress(), change.now()));
    change.event(JobEvent.Type.JOB_RESUMED, null, message);
    return manager.advance(change);
  }

  /** Changes how soon the steps are taken; {@code CONFLICT} when the job is at an end. */
  public Future<Job> prioritize(SetPriority wish) {
    return owned.change(
        wish.jobId(),
        change -> {
          if (change.job().priority() == wish.priority()) {
            return Future.succeededFuture();
          }
          if (change.job().state().terminal()) {
            return OwnedJobs.conflict(change, "nothing of it waits any more");
          }
          change.job(change.job().prioritized(wish.priority()));
          change.all().ticketAgain();
          change.event(
              JobEvent.Type.JOB_REPRIORITIZED, null, "The priority is now " + wish.priority());
          return Future.succeededFuture();
        });
  }
}
