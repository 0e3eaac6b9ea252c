package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.CreateServiceAccount;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.GetQuota;
import io.moneyprinter.codecs.users.InviteUser;
import io.moneyprinter.codecs.users.ListUsers;
import io.moneyprinter.codecs.users.RemoveUser;
import io.moneyprinter.codecs.users.RequestSetupLink;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.SetRole;
import io.moneyprinter.codecs.users.SetTier;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Rules who is in the caller's tenant, and what tenants may use. */
public final class TenantRoutes {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private record Invitation(String email, String name, Role role) {}

  private record NewRole(Role role) {}

  private record NewName(String name) {}

  private record NewTier(String tier) {}

  private final EventBus bus;
  private final JsonBody<Invitation> invitations = new JsonBody<>(Invitation.class, Map.of());
  private final JsonBody<NewRole> roles = new JsonBody<>(NewRole.class, Map.of());
  private final JsonBody<NewName> names = new JsonBody<>(NewName.class, Map.of());
  private final JsonBody<NewTier> tiers = new JsonBody<>(NewTier.class, Map.of());

  public TenantRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/users", Scope.USERS_READ, this::list);
    api.post("/v1/users", Scope.USERS_WRITE, this::invite);
    api.put("/v1/users/:id/role", Scope.USERS_WRITE, this::setRole);
    api.delete("/v1/users/:id", Scope.USERS_WRITE, this::remove);
    api.post("/v1/service-accounts", Scope.USERS_WRITE, this::createService);
    api.get("/v1/quota", Scope.USAGE_READ, this::quota);
    api.put("/v1/admin/tenants/:id/tier", Scope.OWNER, this::setTier);
    api.post("/v1/admin/setup-link", Scope.OWNER, this::setupLink);
  }

  private Future<?> list(RoutingContext ctx) {
    int limit = Query.number(ctx, "limit", 1, MOST, USUAL);
    String after = Query.text(ctx, "after").orElse(null);
    return answer(ctx, 200, AccessMessages.LIST_USERS, new ListUsers(limit, after));
  }

  private Future<?> invite(RoutingContext ctx) {
    Invitation body = invitations.read(ctx);
    InviteUser wish =
        new InviteUser(
            needed(body.email(), "email"),
            body.name(),
            needed(body.role(), "role"),
            Exchange.caller(ctx).scopes());
    return answer(ctx, 201, AccessMessages.INVITE, wish);
  }

  private Future<?> setRole(RoutingContext ctx) {
    Role role = needed(roles.read(ctx).role(), "role");
    return answer(
        ctx,
        200,
        AccessMessages.SET_ROLE,
        new SetRole(ctx.pathParam("id"), role, Exchange.caller(ctx).scopes()));
  }

  private Future<?> remove(RoutingContext ctx) {
    return done(ctx, AccessMessages.REMOVE_USER, new RemoveUser(ctx.pathParam("id")));
  }

  private Future<?> createService(RoutingContext ctx) {
    String name = needed(names.read(ctx).name(), "name");
    return answer(ctx, 201, AccessMessages.CREATE_SERVICE_ACCOUNT, new CreateServiceAccount(name));
  }

  private Future<?> quota(RoutingContext ctx) {
    return answer(ctx, 200, AccessMessages.QUOTA, new GetQuota());
  }

  private Future<?> setTier(RoutingContext ctx) {
    String tier = needed(tiers.read(ctx).tier(), "tier");
    return done(ctx, AccessMessages.SET_TIER, new SetTier(ctx.pathParam("id"), tier));
  }

  private Future<?> setupLink(RoutingContext ctx) {
    return answer(ctx, 200, AccessMessages.SETUP_LINK, new RequestSetupLink());
  }

  private <Q extends Record, R extends Record> Future<?> answer(
      RoutingContext ctx, int status, Endpoint<Q, R> to, Q wish) {
    return to.ask(bus, wish, Exchange.call(ctx)).compose(found -> Json.answer(ctx, status, found));
  }

  private <Q extends Record> Future<?> done(RoutingContext ctx, Endpoint<Q, Done> to, Q wish) {
    return to.ask(bus, wish, Exchange.call(ctx))
        .compose(done -> ctx.response().setStatusCode(204).end());
  }

  private static <T> T needed(T value, String name) {
    if (value == null) {
      throw Query.wrong(name, "is missing");
    }
    return value;
  }
}
