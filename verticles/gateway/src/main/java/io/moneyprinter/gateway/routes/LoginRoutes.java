package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Client;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.ExchangeLogin;
import io.moneyprinter.codecs.users.LogIn;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.RefreshLogin;
import io.moneyprinter.codecs.users.Register;
import io.moneyprinter.codecs.users.RequestReset;
import io.moneyprinter.codecs.users.SetPassword;
import io.moneyprinter.codecs.users.VerifyEmail;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What people do before it is known who they are. */
public final class LoginRoutes {
  private record Registration(String email, String password, String name) {}

  private record Entry(String email, String password, String code) {}

  private record Link(String token) {}

  private record Renewal(String refreshToken) {}

  private record Forgotten(String email) {}

  private record NewPassword(String token, String password, String email, String name) {}

  private final EventBus bus;
  private final ClientAddress addresses;
  private final JsonBody<Registration> registrations = body(Registration.class);
  private final JsonBody<Entry> entries = body(Entry.class);
  private final JsonBody<Link> links = body(Link.class);
  private final JsonBody<Renewal> renewals = body(Renewal.class);
  private final JsonBody<Forgotten> forgotten = body(Forgotten.class);
  private final JsonBody<NewPassword> passwords = body(NewPassword.class);

  public LoginRoutes(EventBus bus, ClientAddress addresses) {
    this.bus = bus;
    this.addresses = addresses;
  }

  private static <T extends Record> JsonBody<T> body(Class<T> type) {
    return new JsonBody<>(type, Map.of());
  }

  public void mount(Api api) {
    api.post("/v1/auth/register", Scope.PUBLIC, this::register);
    api.post("/v1/auth/verify", Scope.PUBLIC, this::verify);
    api.post("/v1/auth/login", Scope.PUBLIC, this::logIn);
    api.post("/v1/auth/refresh", Scope.PUBLIC, this::refresh);
    api.post("/v1/auth/exchange", Scope.PUBLIC, this::exchange);
    api.post("/v1/auth/password/forgotten", Scope.PUBLIC, this::forgot);
    api.post("/v1/auth/password/set", Scope.PUBLIC, this::setPassword);
  }

  private Future<?> register(RoutingContext ctx) {
    Registration body = registrations.read(ctx);
    return done(
        ctx,
        202,
        AccountMessages.REGISTER,
        new Register(
            needed(body.email(), "email"), needed(body.password(), "password"), body.name()));
  }

  private Future<?> verify(RoutingContext ctx) {
    VerifyEmail wish = new VerifyEmail(needed(links.read(ctx).token(), "token"));
    return done(ctx, 204, AccountMessages.VERIFY_EMAIL, wish);
  }

  private Future<?> logIn(RoutingContext ctx) {
    Entry body = entries.read(ctx);
    return login(
        ctx,
        AccountMessages.LOG_IN,
        new LogIn(
            needed(body.email(), "email"),
            needed(body.password(), "password"),
            body.code(),
            client(ctx)));
  }

  private Future<?> refresh(RoutingContext ctx) {
    String token = needed(renewals.read(ctx).refreshToken(), "refreshToken");
    return login(ctx, AccountMessages.REFRESH, new RefreshLogin(token, client(ctx)));
  }

  private Future<?> exchange(RoutingContext ctx) {
    String token = needed(links.read(ctx).token(), "token");
    ExchangeLogin wish = new ExchangeLogin(token, client(ctx), OpenIdRoutes.browserOf(ctx));
    OpenIdRoutes.forgetBrowser(ctx);
    return login(ctx, AccountMessages.EXCHANGE, wish);
  }

  private Future<?> forgot(RoutingContext ctx) {
    RequestReset wish = new RequestReset(needed(forgotten.read(ctx).email(), "email"));
    return done(ctx, 202, AccountMessages.REQUEST_RESET, wish);
  }

  private Future<?> setPassword(RoutingContext ctx) {
    NewPassword body = passwords.read(ctx);
    return done(
        ctx,
        204,
        AccountMessages.SET_PASSWORD,
        new SetPassword(
            needed(body.token(), "token"),
            needed(body.password(), "password"),
            body.email(),
            body.name()));
  }

  private <Q extends Record> Future<?> login(RoutingContext ctx, Endpoint<Q, Login> to, Q wish) {
    return to.ask(bus, wish, Exchange.call(ctx))
        .compose(login -> Json.answer(ctx, 200, LoginView.of(login)));
  }

  private <Q extends Record> Future<?> done(
      RoutingContext ctx, int status, Endpoint<Q, Done> to, Q wish) {
    return to.ask(bus, wish, Exchange.call(ctx))
        .compose(done -> ctx.response().setStatusCode(status).end());
  }

  /** From where the request comes, for the list of sessions. */
  private Client client(RoutingContext ctx) {
    return new Client(
        addresses.of(ctx.request()).getHostAddress(), ctx.request().getHeader("User-Agent"));
  }

  private static String needed(String value, String name) {
    if (value == null) {
      throw Query.wrong(name, "is missing");
    }
    return value;
  }
}
