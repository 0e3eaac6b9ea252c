package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.FailStep;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.LeaseState;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Deals with what goes wrong with a step: another try, or the end of the job. */
public final class ErrorHandler {
  private final StateManager states;
  private final JobWorkflows workflows;
  private final RetryManager retries;

  public ErrorHandler(StateManager states, JobWorkflows workflows, RetryManager retries) {
    this.states = states;
    this.workflows = workflows;
    this.retries = retries;
  }

  /** A worker says that it could not do a step; {@code held == false} when it was not its own. */
  public Future<LeaseState> fail(FailStep report) {
    return Ids.read(report.stepId())
        .map(
            id ->
                states.<Boolean>changeStep(
                    id,
                    found -> {
                      StepRow step = found.step();
                      if (!step.heldUnder(report.token())) {
                        return Future.succeededFuture(false);
                      }
                      if (SecondCopies.isCopy(step)) {
                        found.change().copies().failed(step);
                        return Future.succeededFuture(true);
                      }
                      if (report.handedBack()) {
                        handBack(found.change(), step, report.code());
                        return Future.succeededFuture(true);
                      }
                      return failed(found.change(), step, failureOf(report)).map(true);
                    }))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .map(held -> new LeaseState(held.orElse(false)));
  }

  /** PostgreSQL keeps no NUL character, and a worker's message may quote anything. */
  private static ServiceFailure failureOf(FailStep report) {
    return new ServiceFailure(
        report.code(),
        report.message().replace('\0', ' '),
        report.violations().stream()
            .map(
                violation ->
                    new Violation(
                        violation.pointer().replace('\0', ' '),
                        violation.message().replace('\0', ' ')))
            .toList());
  }

  /** Where only another node can do the step, the pause gives that one the time to take it. */
  private static void handBack(JobChange change, StepRow step, FailureCode why) {
    boolean stopping = why == FailureCode.CANCELLED;
    change.handout().again(step, step.attempt() - 1, change.now().plusSeconds(stopping ? 0 : 1));
    if (stopping) {
      change.event(
          JobEvent.Type.STEP_RETRIED, step, "The node is stopping; the step goes to another one");
    }
  }

  /** A try of a step failed: lets it be tried again, or ends the job. */
  Future<Void> failed(JobChange change, StepRow step, ServiceFailure failure) {
    return workflows
        .of(change)
        .map(workflow -> workflow.step(step.place().name()).retries())
        .map(
            rule -> {
              retries
                  .pause(rule, step.attempt(), failure.code())
                  .ifPresentOrElse(
                      pause -> retry(change, step, failure, pause, rule.count() + 1),
                      () -> end(change, step, failure));
              return (Void) null;
            })
        .recover(cause -> endAfter(change, step, cause));
  }

  private static void retry(
      JobChange change, StepRow step, ServiceFailure failure, Duration pause, int tries) {
    change.handout().again(step, step.attempt(), change.now().plus(pause));
    change.event(
        JobEvent.Type.STEP_RETRIED,
        step,
        String.format(
            Locale.ROOT,
            "%s — try %d of %d in %.1f s",
            failure.getMessage(),
            step.attempt() + 1,
            tries,
            pause.toMillis() / 1000.0));
  }

  static Future<Void> endAfter(JobChange change, StepRow step, Throwable cause) {
    end(change, step, ServiceFailure.from(cause));
    return Future.succeededFuture();
  }

  /** Ends the job because of a step. What else it was doing is stopped. */
  static void end(JobChange change, StepRow step, ServiceFailure failure) {
    String name = step.place().name();
    change.put(step.failed(change.now()));
    change.event(JobEvent.Type.STEP_FAILED, step, failure.getMessage());
    change.all().stop();
    JobFailure why =
        new JobFailure(failure.code(), name, failure.getMessage(), failure.violations());
    change.job(change.job().failed(json(why), change.now()));
    change.event(JobEvent.Type.JOB_FAILED, null, "Step " + name + ": " + failure.getMessage());
  }

  private static String json(JobFailure why) {
    try {
      return RecordJson.wire().writeValueAsString(why);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A failure is always JSON", e);
    }
  }
}
