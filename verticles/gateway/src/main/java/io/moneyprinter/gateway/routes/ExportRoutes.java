package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.gateway.archive.ExportAnswer;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.platform.audit.AuditTrail;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/**
 * Hands out all that the services keep: to a person what is theirs, to those who rule a tenant what
 * is the tenant's. Either wants a scope to write, which is given to fewer keys than one to read: it
 * carries off what many scopes open one by one. Recorded in the audit log before anything is sent.
 */
public final class ExportRoutes {
  private final AuditTrail trail;
  private final ExportAnswer answer;

  public ExportRoutes(EventBus bus) {
    this.trail = new AuditTrail(bus);
    this.answer = new ExportAnswer(bus);
  }

  public void mount(Api api) {
    api.get("/v1/me/export.zip", Scope.ACCOUNT_WRITE, ctx -> send(ctx, false, "my-data.zip"));
    api.get("/v1/tenant/export.zip", Scope.USERS_WRITE, ctx -> send(ctx, true, "tenant-data.zip"));
  }

  private Future<?> send(RoutingContext ctx, boolean wholeTenant, String name) {
    CallContext caller = Exchange.call(ctx);
    RecordAudit record =
        RecordAudit.of(AuditActions.USER_EXPORT, AuditOutcome.SUCCESS)
            .with("of", wholeTenant ? "tenant" : "person");
    return trail
        .record(record, caller)
        .compose(
            kept -> answer.send(ctx, caller, wholeTenant, "attachment; filename=\"" + name + "\""));
  }
}
