package io.moneyprinter.gateway.audit;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.Credentials;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.platform.audit.AuditTrail;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/**
 * Has what known callers change of settings, of the installation and of what is kept put into the
 * audit log, also when it was refused. Who is not known is the threat detector's: strangers must
 * not be able to fill the log. What services do on their own they record themselves.
 */
public final class AuditedRequests implements Handler<RoutingContext> {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final AuditTrail trail;
  private final ClientAddress addresses;

  public AuditedRequests(AuditTrail trail, ClientAddress addresses) {
    this.trail = trail;
    this.addresses = addresses;
  }

  @Override
  public void handle(RoutingContext ctx) {
    actionOf(ctx.request().method(), ctx.normalizedPath())
        .ifPresent(action -> ctx.addEndHandler(ended -> note(ctx, action)));
    ctx.next();
  }

  static Optional<String> actionOf(HttpMethod method, String path) {
    if (READING.contains(method)) {
      return Optional.empty();
    }
    if (path.startsWith("/v1/configs/")) {
      return Optional.of(AuditActions.CONFIG_CHANGE);
    }
    if (path.startsWith("/v1/admin/")) {
      return Optional.of(
          switch (path) {
            case "/v1/admin/dead-letters/replay" -> AuditActions.DEAD_LETTERS_REPLAY;
            case "/v1/admin/dead-letters/drop" -> AuditActions.DEAD_LETTERS_DROP;
            default -> AuditActions.ADMIN_REQUEST;
          });
    }
    if (path.endsWith("/budget")) {
      return Optional.of(AuditActions.BUDGET_CHANGE);
    }
    if (path.equals("/v1/auth/token")) {
      return Optional.of(AuditActions.TOKEN_ISSUE);
    }
    return method.equals(HttpMethod.DELETE)
        ? Optional.of(AuditActions.DATA_DELETE)
        : Optional.empty();
  }

  private void note(RoutingContext ctx, String action) {
    int status = ctx.response().getStatusCode();
    Caller caller = Exchange.caller(ctx);
    boolean token = action.equals(AuditActions.TOKEN_ISSUE) && status == 200;
    if (caller == null && !token) {
      return;
    }
    RecordAudit record =
        RecordAudit.of(action, outcome(status))
            .on(ctx.normalizedPath())
            .from(addresses.of(ctx.request()).getHostAddress())
            .with("method", ctx.request().method().name())
            .with("status", Integer.toString(status));
    Optional<String> key = Credentials.keyName(ctx.request());
    trail.note(
        token && key.isPresent() ? record.by(/* tenant */ null, "key:" + key.get()) : record,
        Exchange.call(ctx));
  }

  private static AuditOutcome outcome(int status) {
    if (status < 400) {
      return AuditOutcome.SUCCESS;
    }
    return status == 401 || status == 403 ? AuditOutcome.REFUSED : AuditOutcome.FAILED;
  }
}
