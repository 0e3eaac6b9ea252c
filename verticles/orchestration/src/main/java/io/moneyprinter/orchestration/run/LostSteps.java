package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.vertx.core.Future;
import java.util.UUID;

/**
 * Deals with steps that nobody answers for any more: their node went away, or they take too long.
 */
public final class LostSteps {
  private final StateManager states;
  private final JobWorkflows workflows;
  private final RetryManager retries;
  private final ErrorHandler errors;

  LostSteps(
      StateManager states, JobWorkflows workflows, RetryManager retries, ErrorHandler errors) {
    this.states = states;
    this.workflows = workflows;
    this.retries = retries;
    this.errors = errors;
  }

  /** Looks at a step whose lease or time seemed to have run out, unless its job is busy. */
  public Future<?> expired(UUID stepId) {
    return states.<Void>changeStepIfFree(
        stepId,
        found -> {
          StepRow step = found.step();
          JobChange change = found.change();
          if (step.state() != StepState.RUNNING) {
            return Future.succeededFuture();
          }
          boolean late = step.lease().deadline().isBefore(change.now());
          if (SecondCopies.isCopy(step)) {
            if (late || step.lease().until().isBefore(change.now())) {
              change.revoke(step);
              change.copies().failed(step);
            }
            return Future.succeededFuture();
          }
          if (late) {
            change.revoke(step);
            return errors.failed(change, step, tooLong(step));
          }
          return step.lease().until().isBefore(change.now())
              ? abandoned(change, step)
              : Future.succeededFuture();
        });
  }

  private static ServiceFailure tooLong(StepRow step) {
    return new ServiceFailure(
        FailureCode.TIMEOUT,
        "The step took longer than its "
            + step.place().timeout().toSeconds()
            + " s: raise timeout of step "
            + step.place().name()
            + " in the workflow, or see what holds it up");
  }

  /** The node did not die of a passing trouble of the step's, so the step need not wait. */
  private Future<Void> abandoned(JobChange change, StepRow step) {
    String node = step.lease().owner();
    return workflows
        .of(change)
        .map(workflow -> workflow.step(step.place().name()).retries())
        .map(
            rule -> {
              if (retries.another(rule, step.attempt())) {
                change.handout().again(step, step.attempt(), change.now());
                change.event(
                    JobEvent.Type.STEP_RETRIED,
                    step,
                    "Node " + node + " went away; the step goes to another one");
              } else {
                ErrorHandler.end(
                    change,
                    step,
                    ServiceFailure.unavailable(
                        "Node "
                            + node
                            + " went away while it worked on the step, which had been tried "
                            + step.attempt()
                            + " times: see why nodes stop (their logs, memory), then resume the"
                            + " job"));
              }
              return (Void) null;
            })
        .recover(cause -> ErrorHandler.endAfter(change, step, cause));
  }
}
