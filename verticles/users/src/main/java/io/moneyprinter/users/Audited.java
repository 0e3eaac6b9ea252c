package io.moneyprinter.users;

import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.audit.AuditTrail;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Has calls written into the audit log, whether they were carried out or refused. */
final class Audited {
  private static final Set<FailureCode> OURS =
      EnumSet.of(
          FailureCode.INTERNAL,
          FailureCode.UNAVAILABLE,
          FailureCode.TIMEOUT,
          FailureCode.RESOURCE,
          FailureCode.MALFORMED_MESSAGE);

  private final AuditTrail trail;

  Audited(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Says more about an action, never a secret.
   *
   * @param <Q> the wish
   * @param <R> the answer
   */
  @FunctionalInterface
  interface Description<Q, R> {
    /**
     * @param answer {@code null} when it was not carried out
     */
    RecordAudit of(RecordAudit action, Q wish, R answer);
  }

  /** The same service, audited under the caller's name. */
  <Q extends Record, R extends Record> Function<Q, Future<R>> call(
      String action, Function<Q, Future<R>> service, Description<Q, R> description) {
    return wish -> {
      CallContext caller = CallContext.currentOrSystem();
      Future<R> answer;
      try {
        answer = service.apply(wish);
      } catch (ServiceFailure refused) {
        answer = Future.failedFuture(refused);
      }
      return answer.onComplete(
          done -> {
            RecordAudit record =
                RecordAudit.of(
                    action, done.succeeded() ? AuditOutcome.SUCCESS : outcome(done.cause()));
            trail.note(description.of(record, wish, done.result()), caller);
          });
    };
  }

  private static AuditOutcome outcome(Throwable cause) {
    return OURS.contains(ServiceFailure.from(cause).code())
        ? AuditOutcome.FAILED
        : AuditOutcome.REFUSED;
  }
}
