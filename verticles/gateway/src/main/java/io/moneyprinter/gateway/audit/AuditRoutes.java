package io.moneyprinter.gateway.audit;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.AuditPage;
import io.moneyprinter.codecs.audit.ListAudit;
import io.moneyprinter.codecs.audit.VerifyAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Shows the audit log to who rules the installation, and has it checked. */
public final class AuditRoutes {
  private static final int USUAL = 50;

  /**
   * A page as callers see it.
   *
   * @param next cursor of the next page; absent on the last
   */
  private record View(List<AuditEntry> entries, String next) {}

  private final EventBus bus;

  public AuditRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/admin/audit", Scope.OWNER, this::list);
    api.post("/v1/admin/audit/verify", Scope.OWNER, this::verify);
  }

  private Future<?> list(RoutingContext ctx) {
    CallContext call = Exchange.call(ctx);
    Long before =
        Query.text(ctx, "cursor")
            .map(text -> Query.whole(text, "cursor", 1, Long.MAX_VALUE))
            .orElse(null);
    ListAudit wish =
        new ListAudit(
            Query.number(ctx, "limit", 1, ListAudit.MOST, USUAL),
            before,
            Query.text(ctx, "action").orElse(null),
            Query.word(ctx, "outcome", AuditOutcome.class),
            Query.text(ctx, "tenant").orElse(null),
            Query.text(ctx, "actor").orElse(null),
            Query.text(ctx, "target").orElse(null),
            Query.text(ctx, "address").orElse(null),
            Query.instant(ctx, "from", /* fallback */ null),
            Query.instant(ctx, "until", /* fallback */ null));
    return AuditMessages.LIST
        .ask(bus, wish, call)
        .compose(page -> Json.answer(ctx, 200, view(page)));
  }

  private static View view(AuditPage page) {
    return new View(page.entries(), page.next() == null ? null : page.next().toString());
  }

  private Future<?> verify(RoutingContext ctx) {
    CallContext call = Exchange.call(ctx);
    return AuditMessages.VERIFY
        .ask(bus, new VerifyAudit(), call)
        .compose(verdict -> Json.answer(ctx, 200, verdict));
  }
}
