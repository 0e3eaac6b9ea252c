package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what is written into the audit log and tells people what concerns the safety of their
 * accounts. Every node hears it; the key of an entry is told once.
 */
final class SecurityIncidents {
  private static final Logger LOG = LoggerFactory.getLogger(SecurityIncidents.class);
  private static final String NOBODY = "unknown";
  private static final Set<String> CREDENTIALS =
      Set.of(
          AuditActions.PASSWORD_CHANGE,
          AuditActions.MFA_CHANGE,
          AuditActions.KEY_CREATE,
          AuditActions.KEY_REVOKE);

  /** Fresh where the address is new, and the person has logged in from somewhere before. */
  private static final String MEET =
      """
      WITH before AS (
        SELECT count(*) AS known FROM known_address WHERE tenant = $1 AND subject = $2),
      met AS (
        INSERT INTO known_address (tenant, subject, address) VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING RETURNING 1)
      SELECT (SELECT known FROM before) > 0 AND EXISTS (SELECT 1 FROM met) AS fresh""";

  private final Database database;
  private final IncidentStore store;
  private final Runnable wake;
  private final Clock clock;

  SecurityIncidents(Database database, IncidentStore store, Runnable wake, Clock clock) {
    this.database = database;
    this.store = store;
    this.wake = wake;
    this.clock = clock;
  }

  void hear(RecordAudit action) {
    if (action.outcome() != AuditOutcome.SUCCESS) {
      return;
    }
    CallContext call = CallContext.currentOrSystem();
    RecordAudit named =
        action.by(
            action.tenant() == null ? call.tenant() : action.tenant(),
            action.actor() == null ? call.subject() : action.actor());
    Future<?> told = Future.succeededFuture();
    if (named.action().equals(AuditActions.LOGIN) && named.address() != null) {
      told = login(named);
    } else if (CREDENTIALS.contains(named.action()) && !named.actor().equals(CallContext.SYSTEM)) {
      told = add(named, NoticeKind.SECURITY_CREDENTIALS, Map.of("action", named.action()));
    } else if (named.action().equals(AuditActions.THREAT_DETECT)) {
      told = add(named, NoticeKind.SECURITY_THREAT, threat(named));
    }
    told.onFailure(
        cause -> LOG.warn("Nobody is told of {}: {}", named.action(), cause.getMessage()));
  }

  private Future<?> login(RecordAudit login) {
    return database
        .writer()
        .preparedQuery(MEET)
        .execute(Tuple.of(login.tenant(), login.actor(), login.address()))
        .compose(
            rows ->
                rows.iterator().next().getBoolean("fresh")
                    ? add(login, NoticeKind.SECURITY_LOGIN, Map.of())
                    : Future.succeededFuture());
  }

  private static Map<String, String> threat(RecordAudit found) {
    Map<String, String> data = new LinkedHashMap<>(found.details());
    data.put("source", String.valueOf(found.target()));
    return data;
  }

  private Future<?> add(RecordAudit action, NoticeKind kind, Map<String, String> more) {
    if (action.actor().equals(NOBODY)) {
      return Future.succeededFuture();
    }
    Map<String, String> data = new LinkedHashMap<>(more);
    if (action.address() != null) {
      data.put("address", action.address());
    }
    return store
        .add(
            new Incident(
                "audit:" + action.id(),
                action.tenant(),
                kind,
                action.actor(),
                clock.instant(),
                data))
        .onSuccess(fresh -> wake.run());
  }
}
