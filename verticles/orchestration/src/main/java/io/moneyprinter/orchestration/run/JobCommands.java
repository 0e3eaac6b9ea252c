package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.Progress;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What a job's owner may do: order it, call it off, start it again. */
public final class JobCommands {
  private final Database database;
  private final StateManager states;
  private final JobStore jobs;
  private final WorkflowChoice choice;
  private final WorkflowManager manager;
  private final JobViews views;
  private final OrderDesk desk;

  JobCommands(
      Database database,
      StateManager states,
      JobStore jobs,
      WorkflowChoice choice,
      WorkflowManager manager,
      JobViews views,
      OrderDesk desk) {
    this.database = database;
    this.states = states;
    this.jobs = jobs;
    this.choice = choice;
    this.manager = manager;
    this.views = views;
    this.desk = desk;
  }

  /**
   * Makes a job, or answers with the one that the same idempotency key made before. Fails with
   * {@code INVALID} for a brief that breaks a rule, {@code CONFLICT} for a key used for another
   * one.
   */
  public Future<Job> create(CreateJob order) {
    CallContext caller = CallContext.currentOrSystem();
    JobStore.NewJob job = desk.check(order, caller);
    Workflow workflow = choice.of(order.brief());
    return states
        .create(job, workflow, rows(workflow), this::begin)
        .compose(
            made -> made.isPresent() ? views.find(caller.tenant(), job.id(), false) : replay(job));
  }

  private Future<Boolean> begin(JobChange change) {
    change.event(JobEvent.Type.JOB_CREATED, null, "The video was ordered");
    return manager.advance(change).map(true);
  }

  private static List<StepRow> rows(Workflow workflow) {
    List<StepRow> rows = new ArrayList<>();
    for (WorkflowStep step : workflow.steps()) {
      rows.add(
          StepRow.waiting(
              Ids.next(),
              new StepRow.Place(
                  step.name(),
                  rows.size(),
                  0,
                  step.fansOut(),
                  step.task().address(),
                  step.weight(),
                  step.timeout())));
    }
    return rows;
  }

  private Future<Job> replay(JobStore.NewJob job) {
    return jobs.keyUse(database.writer(), job.tenant(), job.idempotencyKey())
        .map(use -> use.orElseThrow(() -> JobViews.unknown(job.id().toString())))
        .compose(
            use ->
                use.briefHash().equals(job.briefHash())
                    ? views.find(job.tenant(), use.jobId(), true)
                    : Future.failedFuture(
                        ServiceFailure.conflict(
                            "The idempotency key '"
                                + job.idempotencyKey()
                                + "' was used for another brief, which made job "
                                + use.jobId()
                                + ": take a new key for a new video")));
  }

  /** Calls a job off; {@code CONFLICT} when it has completed or failed already. */
  public Future<Job> cancel(CancelJob wish) {
    return change(
        wish.jobId(),
        change -> {
          JobState state = change.job().state();
          if (state == JobState.COMPLETED || state == JobState.FAILED) {
            return Future.failedFuture(
                ServiceFailure.conflict(
                    "Job "
                        + wish.jobId()
                        + (state == JobState.FAILED ? " has failed" : " is finished")
                        + " already: there is nothing to call off"));
          }
          if (state != JobState.CANCELLED) {
            change.stopRest();
            change.job(change.job().cancelled(change.now()));
            change.event(JobEvent.Type.JOB_CANCELLED, null, "The video was called off");
          }
          return Future.succeededFuture();
        });
  }

  /** Starts a failed or cancelled job again at what is not done; leaves any other alone. */
  public Future<Job> resume(ResumeJob wish) {
    return change(
        wish.jobId(),
        change -> {
          JobState state = change.job().state();
          if (state != JobState.FAILED && state != JobState.CANCELLED) {
            return Future.succeededFuture();
          }
          for (StepRow step : change.steps()) {
            if (step.state() != StepState.DONE && step.bound()) {
              change.again(step.afresh(), 0, change.now());
            } else if (step.state() != StepState.DONE) {
              change.put(step.afresh());
            }
          }
          change.job(change.job().resumed(Progress.of(change.steps())));
          change.event(JobEvent.Type.JOB_RESUMED, null, "The video goes on where it stopped");
          return manager.advance(change);
        });
  }

  private Future<Job> change(String jobId, Function<JobChange, Future<Void>> work) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID id = Ids.read(jobId).orElseThrow(() -> JobViews.unknown(jobId));
    return states
        .changeJob(
            id,
            change ->
                change.job().tenant().equals(tenant)
                    ? work.apply(change)
                    : Future.failedFuture(JobViews.unknown(jobId)))
        .compose(changed -> views.find(tenant, id, false));
  }
}
