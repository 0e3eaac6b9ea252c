package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Approval;
import io.moneyprinter.codecs.orchestration.DecideStep;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Action;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** Has a job that waits for its owner go on by another brief, as if it had been ordered so. */
public final class NewPlan {
  private final OwnedJobs owned;
  private final JobStore jobs;
  private final JobWorkflows workflows;
  private final WorkflowManager manager;
  private final Decisions decisions;

  NewPlan(
      OwnedJobs owned,
      JobStore jobs,
      JobWorkflows workflows,
      WorkflowManager manager,
      Decisions decisions) {
    this.owned = owned;
    this.jobs = jobs;
    this.workflows = workflows;
    this.manager = manager;
    this.decisions = decisions;
  }

  /** Goes on as planned. */
  public Future<Job> agree(String jobId) {
    return decisions.decide(new DecideStep(jobId, null, true, null));
  }

  /**
   * Does the script and everything after it anew, by another brief; what the job waits for is
   * agreed to. Services find what is equal again. {@code CONFLICT} when it waits no more.
   *
   * @param also what is to be done in the same transaction
   */
  public Future<Job> follow(String jobId, VideoBrief brief, Function<JobChange, Future<?>> also) {
    return owned.change(
        jobId,
        change -> {
          List<String> waiting = waiting(change);
          if (waiting.isEmpty()) {
            return OwnedJobs.conflict(change, "it does not wait for you any more; render it again");
          }
          return workflows
              .of(change)
              .compose(
                  workflow -> {
                    script(change, workflow).forEach(change.all()::anew);
                    waiting.forEach(name -> agree(change, name));
                    return jobs.changeBrief(change.connection(), change.job().id(), json(brief));
                  })
              .compose(changed -> also.apply(change))
              .compose(
                  done -> {
                    change.event(
                        JobEvent.Type.JOB_RESUMED, null, "Goes on by the changed storyboard");
                    return manager.advance(change);
                  });
        });
  }

  private static List<String> waiting(JobChange change) {
    return change.steps().stream()
        .filter(step -> step.state() == StepState.AWAITING)
        .map(step -> step.place().name())
        .toList();
  }

  /** The step that makes scenes of a brief, and all that follow from it. */
  private static List<String> script(JobChange change, Workflow workflow) {
    return change.steps().stream()
        .filter(step -> step.place().address().equals(ContentMessages.WRITE_SCRIPT.address()))
        .findFirst()
        .map(step -> List.copyOf(workflow.from(step.place().name())))
        .orElse(List.of());
  }

  private static void agree(JobChange change, String name) {
    String by = CallContext.currentOrSystem().subject();
    Approval agreed = new Approval(true, by, null, change.now());
    for (StepRow step : change.steps()) {
      if (step.place().name().equals(name) && step.place().address().equals(Action.Ask.ADDRESS)) {
        change.done(step, json(agreed), false);
      }
    }
  }

  private static String json(Record value) {
    try {
      return RecordJson.wire().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of ours is always JSON", e);
    }
  }
}
