package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.orchestration.RerunJob;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.NewJob;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepPlace;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.flags.Flags;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes jobs: from a brief, or from another job with changes. */
public final class JobCommands {
  private final Database database;
  private final StateManager states;
  private final JobStore jobs;
  private final WorkflowChoice choice;
  private final WorkflowManager manager;
  private final JobViews views;
  private final OrderDesk desk;
  private final OrderGate gate;
  private final QuotaCheck quota;
  private final Flags flags;

  JobCommands(
      Database database,
      StateManager states,
      JobStore jobs,
      WorkflowChoice choice,
      WorkflowManager manager,
      JobViews views,
      OrderDesk desk,
      OrderGate gate,
      QuotaCheck quota,
      Flags flags) {
    this.database = database;
    this.states = states;
    this.jobs = jobs;
    this.choice = choice;
    this.manager = manager;
    this.views = views;
    this.desk = desk;
    this.gate = gate;
    this.quota = quota;
    this.flags = flags;
  }

  /**
   * Makes a job, or answers with the one that the same idempotency key made before. Fails with
   * {@code INVALID} for a brief that breaks a rule, {@code CONFLICT} for a key used for another
   * one, {@code UNAVAILABLE} when so many orders come at once that this one was not looked at, or
   * operators let no new videos begin, {@code QUOTA} when the tenant has none left this month.
   */
  public Future<Job> create(CreateJob order) {
    CallContext caller = CallContext.currentOrSystem();
    return make(desk.check(order, caller, null), order.brief());
  }

  private Future<Job> make(NewJob job, VideoBrief brief) {
    CallContext caller = CallContext.currentOrSystem();
    if (!flags.on(Flag.NEW_VIDEOS, job.tenant())) {
      return paused(job);
    }
    Workflow workflow = choice.of(brief);
    return gate.pass(
        () ->
            quota
                .hold(caller, job.id())
                .compose(
                    may -> enter(job, workflow),
                    usedUp -> replayOr(job, ServiceFailure.from(usedUp))));
  }

  private Future<Job> enter(NewJob job, Workflow workflow) {
    return states
        .create(job, workflow, rows(workflow), this::begin)
        .compose(
            made -> made.isPresent() ? views.find(job.tenant(), job.id(), false) : replay(job));
  }

  /** What was ordered before is told all the same. */
  private Future<Job> paused(NewJob job) {
    ServiceFailure refusal =
        ServiceFailure.unavailable(
            "No new videos are begun for now: the operators have paused it ("
                + Flag.NEW_VIDEOS.key()
                + "). Send the order again later");
    return replayOr(job, refusal);
  }

  private Future<Job> replayOr(NewJob job, ServiceFailure refusal) {
    return job.idempotencyKey() == null
        ? Future.failedFuture(refusal)
        : jobs.keyUse(database.writer(), job.tenant(), job.idempotencyKey())
            .compose(use -> use.isPresent() ? replay(job) : Future.failedFuture(refusal));
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
              new StepPlace(
                  step.name(),
                  rows.size(),
                  0,
                  step.fansOut(),
                  step.action().address(),
                  step.weight(),
                  step.timeout(),
                  step.needs(),
                  null)));
    }
    return rows;
  }

  private Future<Job> replay(NewJob job) {
    return jobs.keyUse(database.writer(), job.tenant(), job.idempotencyKey())
        .map(use -> use.orElseThrow(() -> JobViews.unknown(job.id().toString())))
        .compose(
            use ->
                use.hash().equals(job.briefHash())
                    ? views.find(job.tenant(), use.id(), true)
                    : Future.failedFuture(
                        ServiceFailure.conflict(
                            "The idempotency key '"
                                + job.idempotencyKey()
                                + "' was used for another brief, which made job "
                                + use.id()
                                + ": take a new key for a new video")));
  }

  /**
   * Orders a video like another one, with changes; what is equal is found again by the services and
   * not done anew. Without an idempotency key, equal changes to the same job make the same job.
   * Fails with {@code INVALID} for a patch that makes no brief.
   */
  public Future<Job> rerun(RerunJob wish) {
    CallContext caller = CallContext.currentOrSystem();
    UUID id = Ids.read(wish.jobId()).orElseThrow(() -> JobViews.unknown(wish.jobId()));
    return views
        .find(caller.tenant(), id, false)
        .compose(
            old ->
                again(
                    old,
                    BriefPatch.apply(old.brief(), wish.patch()),
                    wish.idempotencyKey(),
                    wish.priority()));
  }

  /**
   * Makes a job like another one of the caller's, of another brief; as {@link #rerun}.
   *
   * @param idempotencyKey may be {@code null}
   * @param priority {@code null} for that of the other job
   */
  public Future<Job> again(Job old, VideoBrief brief, String idempotencyKey, Priority priority) {
    UUID id = UUID.fromString(old.id());
    String key = idempotencyKey == null ? desk.key(id, brief) : idempotencyKey;
    Priority urgency = priority == null ? old.priority() : priority;
    CreateJob order = new CreateJob(brief, key, urgency);
    return make(desk.check(order, CallContext.currentOrSystem(), id), brief);
  }
}
