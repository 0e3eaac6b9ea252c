package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Hears what is written into the audit log and tells people what concerns the safety of their
 * accounts. Every node hears it; the key of an entry is told once.
 */
final class SecurityIncidents {
  private static final String NOBODY = "unknown";
  private static final String PERSON = "user:";
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

  SecurityIncidents(Database database, IncidentStore store, Runnable wake) {
    this.database = database;
    this.store = store;
    this.wake = wake;
  }

  /**
   * Keeps what somebody is to be told of an action.
   *
   * @param action with its tenant and actor
   * @param at when it was
   */
  Future<?> tell(RecordAudit action, Instant at) {
    if (action.outcome() != AuditOutcome.SUCCESS) {
      return Future.succeededFuture();
    }
    if (action.action().equals(AuditActions.LOGIN) && action.address() != null) {
      return login(action, at);
    }
    if (CREDENTIALS.contains(action.action()) && !action.actor().equals(CallContext.SYSTEM)) {
      return add(
          action,
          action.actor(),
          NoticeKind.SECURITY_CREDENTIALS,
          at,
          Map.of("action", action.action()));
    }
    if (action.action().equals(AuditActions.ROLE_CHANGE)
        && action.target() != null
        && action.target().startsWith(PERSON)) {
      return add(
          action,
          action.target().substring(PERSON.length()),
          NoticeKind.SECURITY_CREDENTIALS,
          at,
          Map.of("action", action.action(), "role", action.details().getOrDefault("role", "")));
    }
    return action.action().equals(AuditActions.THREAT_DETECT)
        ? add(action, action.actor(), NoticeKind.SECURITY_THREAT, at, threat(action))
        : Future.succeededFuture();
  }

  private Future<?> login(RecordAudit login, Instant at) {
    return database
        .writer()
        .preparedQuery(MEET)
        .execute(Tuple.of(login.tenant(), login.actor(), login.address()))
        .compose(
            rows ->
                rows.iterator().next().getBoolean("fresh")
                    ? add(login, login.actor(), NoticeKind.SECURITY_LOGIN, at, Map.of())
                    : Future.succeededFuture());
  }

  private static Map<String, String> threat(RecordAudit found) {
    Map<String, String> data = new LinkedHashMap<>(found.details());
    data.put("source", String.valueOf(found.target()));
    return data;
  }

  private Future<?> add(
      RecordAudit action, String subject, NoticeKind kind, Instant at, Map<String, String> more) {
    if (subject.equals(NOBODY)) {
      return Future.succeededFuture();
    }
    Map<String, String> data = new LinkedHashMap<>(more);
    if (action.address() != null) {
      data.put("address", action.address());
    }
    return store
        .add(new Incident("audit:" + action.id(), action.tenant(), kind, subject, at, data))
        .onSuccess(fresh -> wake.run());
  }
}
