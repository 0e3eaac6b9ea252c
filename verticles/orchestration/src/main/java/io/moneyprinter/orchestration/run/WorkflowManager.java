package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.CompleteStep;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.LeaseState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Action;
import io.moneyprinter.orchestration.workflow.RequestBinder;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Moves jobs through their workflow: takes in results, and makes ready what can now begin. */
public final class WorkflowManager {
  private final StateManager states;
  private final MessageCatalogue catalogue;
  private final JobWorkflows workflows;
  private final JobValues values;
  private final ErrorHandler errors;

  WorkflowManager(
      StateManager states,
      MessageCatalogue catalogue,
      JobWorkflows workflows,
      JobValues values,
      ErrorHandler errors) {
    this.states = states;
    this.catalogue = catalogue;
    this.workflows = workflows;
    this.values = values;
    this.errors = errors;
  }

  /**
   * Takes in a result, once. Handing it in again is answered as the first time; {@code held ==
   * false} when the step was given to somebody else or its job is at an end.
   */
  public Future<LeaseState> complete(CompleteStep report) {
    return Ids.read(report.stepId())
        .map(id -> states.changeStep(id, found -> complete(found.change(), found.step(), report)))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .map(held -> new LeaseState(held.orElse(false)));
  }

  private Future<Boolean> complete(JobChange change, StepRow step, CompleteStep report) {
    if (SecondCopies.isCopy(step)) {
      return completeCopy(change, step, report);
    }
    if (!step.awaits(report.token())) {
      return Future.succeededFuture(
          step.state() == StepState.DONE && step.lease().token() == report.token());
    }
    Optional<String> fault = fault(step, report.result());
    if (fault.isPresent()) {
      return errors
          .failed(change, step, new ServiceFailure(FailureCode.MALFORMED_MESSAGE, fault.get()))
          .map(true);
    }
    return take(change, step, report.result()).map(true);
  }

  private Future<Boolean> completeCopy(JobChange change, StepRow copy, CompleteStep report) {
    if (copy.heldUnder(report.token()) && fault(copy, report.result()).isPresent()) {
      change.copies().failed(copy);
      return Future.succeededFuture(true);
    }
    return SecondCopies.winner(change, copy, report.token())
        .map(step -> take(change, step, report.result()).map(true))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  /** Takes in a result that is right, and goes on from there. */
  Future<Void> take(JobChange change, StepRow step, String result) {
    Boolean reused = SegmentViews.reused(step.place().address(), result);
    change.done(step, result, !Boolean.TRUE.equals(reused));
    change.event(JobEvent.Type.STEP_DONE, step, "Done: " + step.label(), reused);
    return advance(change)
        .recover(
            cause -> {
              ErrorHandler.end(change, step, ServiceFailure.from(cause));
              return Future.succeededFuture();
            });
  }

  private Optional<String> fault(StepRow step, String result) {
    if (Json.holdsNul(result)) {
      return Optional.of("The result of " + step.place().address() + " holds a NUL character");
    }
    try {
      RecordJson.wire()
          .readValue(result, catalogue.call(step.place().address()).orElseThrow().replyType());
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(
          "The result of "
              + step.place().address()
              + " does not read; are all nodes of one version? "
              + e.getOriginalMessage());
    }
  }

  /** Makes everything ready that waits for nothing any more; ends the job when all is done. */
  Future<Void> advance(JobChange change) {
    return workflows.of(change).compose(workflow -> advance(change, workflow));
  }

  private Future<Void> advance(JobChange change, Workflow workflow) {
    if (change.steps().stream().allMatch(step -> step.state().settled())) {
      return finish(change, workflow);
    }
    List<StepRow> next =
        change.steps().stream()
            .filter(step -> step.state() == StepState.WAITING)
            .filter(
                step ->
                    workflow.step(step.place().name()).dependsOn().stream()
                        .allMatch(change::isDone))
            .toList();
    if (next.isEmpty()) {
      return Future.succeededFuture();
    }
    Set<String> wanted = new TreeSet<>();
    next.forEach(step -> wanted.addAll(workflow.step(step.place().name()).references()));
    return values
        .of(change, wanted)
        .compose(
            roots -> {
              boolean bound = next.stream().allMatch(step -> bind(change, workflow, step, roots));
              boolean empty = next.stream().anyMatch(step -> change.isDone(step.place().name()));
              return bound && empty ? advance(change, workflow) : Future.succeededFuture();
            });
  }

  /** False when no request could be made, which ended the job. */
  private static boolean bind(
      JobChange change, Workflow workflow, StepRow step, Map<String, JsonNode> roots) {
    WorkflowStep plan = workflow.step(step.place().name());
    try {
      if (!plan.when().map(condition -> condition.holds(roots)).orElse(true)) {
        change.skip(step);
        change.event(JobEvent.Type.STEP_SKIPPED, step, "Passed over: " + plan.when().orElseThrow());
      } else if (plan.action() instanceof Action.Ask ask) {
        wantDecision(change, step, ask, roots);
      } else {
        change.handout().spread(step, RequestBinder.requests(plan, roots));
      }
      return true;
    } catch (ServiceFailure impossible) {
      ErrorHandler.end(change, step, impossible);
      return false;
    }
  }

  private static void wantDecision(
      JobChange change, StepRow step, Action.Ask ask, Map<String, JsonNode> roots) {
    if (change.job().state() == JobState.QUEUED) {
      change.job(change.job().started(change.now()));
      change.event(JobEvent.Type.JOB_STARTED, null, "Work on the video has begun");
    }
    change.await(step, ask.show().map(shown -> shown.evaluate(roots).toString()).orElse(null));
    change.event(
        JobEvent.Type.APPROVAL_WANTED,
        step,
        "Waits for your decision: " + step.label() + ", for " + ask.timeout().toSeconds() + " s");
  }

  private Future<Void> finish(JobChange change, Workflow workflow) {
    return values
        .of(change, Set.of(workflow.result()))
        .map(
            found -> {
              String publication = found.get(workflow.result()).toString();
              change.job(change.job().completed(publication, change.now()));
              change.event(JobEvent.Type.JOB_COMPLETED, null, "The video is finished");
              return null;
            });
  }
}
