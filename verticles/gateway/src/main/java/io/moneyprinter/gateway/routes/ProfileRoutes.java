package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.ChangeEmail;
import io.moneyprinter.codecs.users.ChangePassword;
import io.moneyprinter.codecs.users.DeleteAccount;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.EditProfile;
import io.moneyprinter.codecs.users.EndAllSessions;
import io.moneyprinter.codecs.users.EndSession;
import io.moneyprinter.codecs.users.ExportAccount;
import io.moneyprinter.codecs.users.GetProfile;
import io.moneyprinter.codecs.users.ListSessions;
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

/** What people do with their own account: profile, password and sessions. */
public final class ProfileRoutes {
  private record Change(String name) {}

  private record Confirmation(String password) {}

  private record PasswordChange(String current, String fresh) {}

  private record EmailChange(String password, String email) {}

  private final EventBus bus;
  private final JsonBody<EmailChange> emails = new JsonBody<>(EmailChange.class, Map.of());
  private final JsonBody<Change> changes = new JsonBody<>(Change.class, Map.of());
  private final JsonBody<Confirmation> confirmations = new JsonBody<>(Confirmation.class, Map.of());
  private final JsonBody<PasswordChange> passwords = new JsonBody<>(PasswordChange.class, Map.of());

  public ProfileRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/me", Scope.ACCOUNT_READ, this::profile);
    api.put("/v1/me", Scope.ACCOUNT_WRITE, this::edit);
    api.post("/v1/me/email", Scope.ACCOUNT_WRITE, this::changeEmail);
    api.put("/v1/me/password", Scope.ACCOUNT_WRITE, this::changePassword);
    api.get("/v1/me/export", Scope.ACCOUNT_READ, this::export);
    api.post("/v1/me/delete", Scope.ACCOUNT_WRITE, this::delete);
    api.get("/v1/me/sessions", Scope.ACCOUNT_READ, this::sessions);
    api.delete("/v1/me/sessions", Scope.ACCOUNT_WRITE, this::endAll);
    api.delete("/v1/me/sessions/:id", Scope.ACCOUNT_WRITE, this::end);
    api.post("/v1/auth/logout", Scope.ACCOUNT_WRITE, this::logOut);
  }

  private Future<?> profile(RoutingContext ctx) {
    return AccountMessages.PROFILE
        .ask(bus, new GetProfile(), Exchange.call(ctx))
        .compose(profile -> Json.answer(ctx, 200, profile));
  }

  private Future<?> edit(RoutingContext ctx) {
    String name = changes.read(ctx).name();
    if (name == null) {
      throw Query.wrong("name", "is missing");
    }
    return AccountMessages.EDIT_PROFILE
        .ask(bus, new EditProfile(name), Exchange.call(ctx))
        .compose(profile -> Json.answer(ctx, 200, profile));
  }

  private Future<?> changeEmail(RoutingContext ctx) {
    EmailChange body = emails.read(ctx);
    if (body.password() == null || body.email() == null) {
      throw Query.wrong(body.password() == null ? "password" : "email", "is missing");
    }
    return AccountMessages.CHANGE_EMAIL
        .ask(bus, new ChangeEmail(body.password(), body.email()), Exchange.call(ctx))
        .compose(done -> ctx.response().setStatusCode(202).end());
  }

  private Future<?> changePassword(RoutingContext ctx) {
    PasswordChange body = passwords.read(ctx);
    if (body.current() == null || body.fresh() == null) {
      throw Query.wrong(body.current() == null ? "current" : "fresh", "is missing");
    }
    return done(
        ctx,
        AccountMessages.CHANGE_PASSWORD,
        new ChangePassword(body.current(), body.fresh(), Exchange.caller(ctx).session()));
  }

  private Future<?> export(RoutingContext ctx) {
    return AccountMessages.EXPORT_ACCOUNT
        .ask(bus, new ExportAccount(), Exchange.call(ctx))
        .compose(
            all -> {
              ctx.response()
                  .putHeader("Content-Disposition", "attachment; filename=\"account.json\"");
              return Json.answer(ctx, 200, all);
            });
  }

  private Future<?> delete(RoutingContext ctx) {
    DeleteAccount wish = new DeleteAccount(confirmations.read(ctx).password());
    return done(ctx, AccountMessages.DELETE_ACCOUNT, wish);
  }

  private Future<?> sessions(RoutingContext ctx) {
    return AccountMessages.SESSIONS
        .ask(bus, new ListSessions(Exchange.caller(ctx).session()), Exchange.call(ctx))
        .compose(list -> Json.answer(ctx, 200, list));
  }

  private Future<?> endAll(RoutingContext ctx) {
    return done(ctx, AccountMessages.END_ALL_SESSIONS, new EndAllSessions());
  }

  private Future<?> end(RoutingContext ctx) {
    String id = Query.id(ctx, "session");
    return done(ctx, AccountMessages.END_SESSION, new EndSession(id));
  }

  private Future<?> logOut(RoutingContext ctx) {
    String session = Exchange.caller(ctx).session();
    if (session == null) {
      throw ServiceFailure.conflict(
          "Nobody is logged in by this credential; a key is revoked, not logged out");
    }
    return done(ctx, AccountMessages.END_SESSION, new EndSession(session));
  }

  private <Q extends Record> Future<?> done(RoutingContext ctx, Endpoint<Q, Done> to, Q wish) {
    return to.ask(bus, wish, Exchange.call(ctx))
        .compose(done -> ctx.response().setStatusCode(204).end());
  }
}
