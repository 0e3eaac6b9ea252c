package io.moneyprinter.platform.audit;

import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes security-relevant actions into the audit log, from any service. Tenant and actor are those
 * of the call being handled unless the record names others. Safe to use from any thread.
 */
public final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger("io.moneyprinter.audit");

  private final EventBus bus;

  public AuditTrail(EventBus bus) {
    this.bus = bus;
  }

  /**
   * Done when the record is kept. For actions that must not happen unrecorded: record first, act
   * then.
   */
  public Future<AuditReceipt> record(RecordAudit action) {
    return record(action, CallContext.currentOrSystem());
  }

  /** The same for a call that is not the one being handled. */
  public Future<AuditReceipt> record(RecordAudit action, CallContext call) {
    return AuditMessages.RECORD.ask(bus, named(action, call), call);
  }

  private static RecordAudit named(RecordAudit action, CallContext call) {
    return action.by(
        action.tenant() == null ? call.tenant() : action.tenant(),
        action.actor() == null ? call.subject() : action.actor());
  }

  /**
   * Records without holding up the action. One that cannot be kept stands in full in this node's
   * log, as an error.
   */
  public void note(RecordAudit action) {
    note(action, CallContext.currentOrSystem());
  }

  /** The same for a call that is not the one being handled. */
  public void note(RecordAudit action, CallContext call) {
    RecordAudit named = named(action, call);
    record(named, call)
        .onFailure(lost -> LOG.error("Not in the audit log ({}): {}", lost.getMessage(), named));
  }
}
