package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CompleteStep;
import io.moneyprinter.codecs.orchestration.FailStep;
import io.moneyprinter.codecs.orchestration.Heartbeat;
import io.moneyprinter.codecs.orchestration.LeaseState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step under a lease: heartbeats while it runs, and the end of it handed in for certain. */
final class LeasedTask {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedTask.class);

  /** Handing in is tried for about two minutes; by then the lease has long gone to another. */
  private static final int HAND_IN_TRIES = 24;

  private static final long HAND_IN_PAUSE_MILLIS = 250;
  private static final long HAND_IN_PAUSE_LIMIT_MILLIS = 8_000;

  /** How often progress is looked at within one lease. */
  private static final int BEATS_A_LEASE = 15;

  private final Vertx vertx;
  private final String stepId;
  private final StepClaim claim;
  private final RunningTask task;
  private final Promise<Void> ended = Promise.promise();
  private double told;
  private int silent;
  private volatile boolean lost;
  private volatile boolean handedBack;

  LeasedTask(Vertx vertx, String stepId, StepClaim claim) {
    this.vertx = vertx;
    this.stepId = stepId;
    this.claim = claim;
    this.task = new RunningTask(new KeptCalls(vertx, stepId, claim, this::stopped), claim.job());
  }

  private boolean stopped() {
    return lost || handedBack || task.cancelled();
  }

  long token() {
    return claim.token();
  }

  Future<Void> ended() {
    return ended.future();
  }

  Future<String> run(Function<TaskContext, Future<String>> work) {
    long every = Math.max(200, claim.leaseSeconds() * 1000L / BEATS_A_LEASE);
    long timer = vertx.setPeriodic(every, tick -> beatWhenDue());
    task.enter();
    return work.apply(task)
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              ended.tryComplete();
            });
  }

  /** A beat is due when there is progress to tell, and at least three times in a lease. */
  private void beatWhenDue() {
    double now = task.progress();
    if (now != told || ++silent >= BEATS_A_LEASE / 3) {
      told = now;
      silent = 0;
      beat();
    }
  }

  private void beat() {
    OrchestrationMessages.HEARTBEAT
        .ask(vertx.eventBus(), new Heartbeat(stepId, token(), task.progress()))
        .onSuccess(
            state -> {
              if (!state.held()) {
                revoke();
              }
            })
        .onFailure(
            cause -> LOG.debug("A heartbeat of {} was lost: {}", stepId, cause.getMessage()));
  }

  /** The lease is gone: stop at once, report nothing. */
  void revoke() {
    lost = true;
    task.cancel();
  }

  /** The node stops: give the step to whoever is free. */
  Future<Void> handBack() {
    handedBack = true;
    task.cancel();
    return OrchestrationMessages.FAIL_STEP
        .ask(
            vertx.eventBus(),
            new FailStep(
                stepId, token(), FailureCode.CANCELLED, "The node is stopping", null, true))
        .mapEmpty();
  }

  Future<Void> complete(String result) {
    return handIn(
        () ->
            OrchestrationMessages.COMPLETE_STEP.ask(
                vertx.eventBus(), new CompleteStep(stepId, token(), result)));
  }

  Future<Void> fail(Throwable cause) {
    task.cancel();
    ServiceFailure failure = ServiceFailure.from(cause);
    if (failure.code() == FailureCode.INTERNAL) {
      LOG.error("{} failed", claim.address(), cause);
    }
    return handIn(
        () ->
            OrchestrationMessages.FAIL_STEP.ask(
                vertx.eventBus(),
                new FailStep(
                    stepId,
                    token(),
                    failure.code(),
                    failure.getMessage(),
                    failure.violations(),
                    task.leftToAnother())));
  }

  private Future<Void> handIn(Supplier<Future<LeaseState>> report) {
    return lost || handedBack ? Future.succeededFuture() : handIn(report, 1);
  }

  private Future<Void> handIn(Supplier<Future<LeaseState>> report, int attempt) {
    return report
        .get()
        .<Void>mapEmpty()
        .recover(
            cause -> {
              boolean mayPass = ServiceFailure.from(cause).code().retryable();
              if (!mayPass || attempt >= HAND_IN_TRIES || lost) {
                return Future.failedFuture(cause);
              }
              long pause =
                  Math.min(
                      HAND_IN_PAUSE_LIMIT_MILLIS, HAND_IN_PAUSE_MILLIS << Math.min(attempt, 5));
              return vertx.timer(pause).mapEmpty().compose(again -> handIn(report, attempt + 1));
            });
  }
}
