package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what is written into the audit log: to those who tell people, and who end things. */
final class AuditEar {
  private static final Logger LOG = LoggerFactory.getLogger(AuditEar.class);

  private final BiFunction<RecordAudit, Instant, Future<?>> telling;
  private final Function<RecordAudit, Future<?>> ending;

  AuditEar(
      BiFunction<RecordAudit, Instant, Future<?>> telling,
      Function<RecordAudit, Future<?>> ending) {
    this.telling = telling;
    this.ending = ending;
  }

  /** Hears it as it happens; what fails is told when the log is read again, if nobody did. */
  void hear(RecordAudit action, Instant at) {
    CallContext call = CallContext.currentOrSystem();
    RecordAudit named =
        action.by(
            action.tenant() == null ? call.tenant() : action.tenant(),
            action.actor() == null ? call.subject() : action.actor());
    tell(named, at)
        .onFailure(
            cause -> LOG.warn("Nobody is told of {}: {}", named.action(), cause.getMessage()));
  }

  /**
   * Deals with an action; harmless when done twice.
   *
   * @param action with its tenant and actor
   */
  Future<?> tell(RecordAudit action, Instant at) {
    return Future.all(telling.apply(action, at), ending.apply(action));
  }
}
