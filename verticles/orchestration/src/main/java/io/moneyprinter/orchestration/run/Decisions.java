package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Approval;
import io.moneyprinter.codecs.orchestration.DecideStep;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Action;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in what people decide about steps that wait for them, and what their silence means. */
public final class Decisions {
  private static final int LONGEST_COMMENT = 2_000;

  private final OwnedJobs owned;
  private final StateManager states;
  private final JobWorkflows workflows;
  private final WorkflowManager manager;

  Decisions(OwnedJobs owned, StateManager states, JobWorkflows workflows, WorkflowManager manager) {
    this.owned = owned;
    this.states = states;
    this.workflows = workflows;
    this.manager = manager;
  }

  /**
   * Approves or rejects. The same decision again changes nothing; {@code CONFLICT} when nothing
   * waits for one, or the other decision was taken.
   */
  public Future<Job> decide(DecideStep wish) {
    String comment = wish.comment();
    if (comment != null && (comment.length() > LONGEST_COMMENT || comment.indexOf('\0') >= 0)) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/comment", "must be at most " + LONGEST_COMMENT + " characters, none of them NUL"));
    }
    String subject = CallContext.currentOrSystem().subject();
    return owned.change(
        wish.jobId(),
        change -> {
          List<StepRow> asked =
              change.steps().stream()
                  .filter(step -> step.place().address().equals(Action.Ask.ADDRESS))
                  .filter(step -> wish.step() == null || step.place().name().equals(wish.step()))
                  .toList();
          List<StepRow> waiting =
              asked.stream().filter(step -> step.state() == StepState.AWAITING).toList();
          if (waiting.size() == 1) {
            Approval decision = new Approval(wish.approved(), subject, comment, change.now());
            return settle(change, waiting.get(0), decision);
          }
          return waiting.isEmpty() ? decidedBefore(change, asked, wish) : which(change, waiting);
        });
  }

  private static Future<Void> which(JobChange change, List<StepRow> waiting) {
    return OwnedJobs.conflict(
        change,
        "several steps wait for a decision; name one of "
            + waiting.stream().map(step -> step.place().name()).collect(Collectors.joining(", ")));
  }

  private static Future<Void> decidedBefore(
      JobChange change, List<StepRow> asked, DecideStep wish) {
    StepState same = wish.approved() ? StepState.DONE : StepState.FAILED;
    boolean cancelled = change.job().state() == JobState.CANCELLED;
    return !cancelled && asked.stream().anyMatch(step -> step.state() == same)
        ? Future.succeededFuture()
        : OwnedJobs.conflict(
            change,
            wish.step() == null
                ? "no step of it waits for a decision"
                : "step " + wish.step() + " does not wait for this decision");
  }

  private Future<Void> settle(JobChange change, StepRow step, Approval decision) {
    if (decision.approved()) {
      return manager.take(change, step, json(decision));
    }
    String comment = decision.comment() == null ? "" : ": " + decision.comment();
    ErrorHandler.end(
        change,
        step,
        new ServiceFailure(
            FailureCode.CANCELLED,
            "Rejected by "
                + decision.by()
                + comment
                + ". Run it again with another brief, or resume it to be asked again"));
    return Future.succeededFuture();
  }

  /** Looks at a step for whose decision the time seemed to have run out, unless its job is busy. */
  public Future<?> expired(UUID stepId) {
    return states.<Void>changeStepIfFree(
        stepId,
        found -> {
          JobChange change = found.change();
          StepRow step = found.step();
          boolean over =
              step.state() == StepState.AWAITING
                  && change.job().state() != JobState.PAUSED
                  && step.lease().deadline().isBefore(change.now());
          return over
              ? workflows
                  .of(change)
                  .compose(
                      workflow ->
                          silent(
                              change,
                              step,
                              (Action.Ask) workflow.step(step.place().name()).action()))
              : Future.succeededFuture();
        });
  }

  private Future<Void> silent(JobChange change, StepRow step, Action.Ask ask) {
    String why = "nobody decided within " + ask.timeout().toSeconds() + " s";
    if (ask.silence() == Action.Silence.FAIL) {
      ErrorHandler.end(
          change,
          step,
          new ServiceFailure(
              FailureCode.TIMEOUT,
              why + ": resume the job to be asked again, or raise approval.timeout"));
      return Future.succeededFuture();
    }
    boolean approved = ask.silence() == Action.Silence.APPROVE;
    return settle(change, step, new Approval(approved, CallContext.SYSTEM, why, change.now()));
  }

  private static String json(Approval decision) {
    try {
      return RecordJson.wire().writeValueAsString(decision);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A decision is always JSON", e);
    }
  }
}
