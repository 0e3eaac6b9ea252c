package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.DropCall;
import io.moneyprinter.codecs.orchestration.KeepCall;
import io.moneyprinter.codecs.orchestration.KeptCall;
import io.moneyprinter.codecs.orchestration.RecallCall;
import io.moneyprinter.codecs.orchestration.RecalledCall;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the orchestration service about the calls of one leased step. Safe from any thread. */
final class CallClient {
  private static final Logger LOG = LoggerFactory.getLogger(CallClient.class);

  private final Vertx vertx;
  private final String stepId;
  private final StepClaim claim;
  private final BooleanSupplier stopped;

  CallClient(Vertx vertx, String stepId, StepClaim claim, BooleanSupplier stopped) {
    this.vertx = vertx;
    this.stepId = stepId;
    this.claim = claim;
    this.stopped = stopped;
  }

  /** The kept answer to an equal call, or leave to make this one. */
  Future<RecalledCall> recall(CallKey key, String callId) {
    RecallCall question =
        new RecallCall(
            stepId, claim.token(), key.provider(), key.inputHash(), callId, key.characters());
    return patiently(
        () -> CostMessages.RECALL_CALL.ask(vertx.eventBus(), question, caller()), false);
  }

  /**
   * Keeps an answer and books its costs. What was paid must not be lost: tried as long as the lease
   * may still be held anywhere.
   *
   * @param json {@code null} to book the costs alone
   * @param instead of a kept answer that does not read any more
   */
  Future<KeptCall> keep(
      CallKey key, String callId, String json, List<Cost> costs, boolean instead) {
    KeepCall kept =
        new KeepCall(
            stepId, claim.token(), key.provider(), key.inputHash(), callId, json, costs, instead);
    return patiently(() -> CostMessages.KEEP_CALL.ask(vertx.eventBus(), kept, caller()), true)
        .onFailure(
            cause ->
                LOG.error(
                    "An answer of {} to step {} could not be kept, and its cost not be booked: {}",
                    key.provider(),
                    stepId,
                    cause.getMessage()));
  }

  /**
   * Asks again while the service or its database is away.
   *
   * @param paid whether it matters beyond the lease: then for one lease longer
   */
  private <T> Future<T> patiently(Supplier<Future<T>> question, boolean paid) {
    Patience patience =
        new Patience(vertx, claim.leaseSeconds(), claim.timeoutSeconds(), stopped, paid);
    return patience.ask(question);
  }

  /** The call did not come about. */
  void drop(String callId) {
    CostMessages.DROP_CALL
        .ask(vertx.eventBus(), new DropCall(stepId, claim.token(), callId), caller())
        .onFailure(
            cause ->
                LOG.debug(
                    "What was set aside for a call of {} stays so until the step ends: {}",
                    stepId,
                    cause.getMessage()));
  }

  /** Without a deadline: an answer that came late was paid all the same. */
  private CallContext caller() {
    return new CallContext(claim.correlationId(), claim.tenant(), CallContext.SYSTEM, null);
  }
}
