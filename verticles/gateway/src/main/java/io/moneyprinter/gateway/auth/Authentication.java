package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.CredentialsChanged;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Origins;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;

/** Finds out who calls before a request goes any further. Of one event loop. */
public final class Authentication implements Handler<RoutingContext> {
  static final String HOW =
      "Send an API key in the X-API-Key header, or a token as Authorization: Bearer";

  private final EventBus bus;
  private final AuthMode mode;
  private final LocalOwner localOwner;
  private final Clock clock;
  private final CallerCache cache = new CallerCache();

  public Authentication(EventBus bus, AuthMode mode, Origins origins, Clock clock) {
    this.bus = bus;
    this.mode = mode;
    this.localOwner = new LocalOwner(origins);
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Future<Caller> caller = identify(ctx);
    if (caller.succeeded()) {
      enter(ctx, caller.result());
      return;
    }
    ctx.request().pause(); // the body, or the upgrade, waits until the caller is known
    caller
        .onSuccess(
            known -> {
              ctx.request().resume();
              enter(ctx, known);
            })
        .onFailure(
            refused -> {
              ctx.request().resume();
              ctx.fail(refused);
            });
  }

  private static void enter(RoutingContext ctx, Caller caller) {
    Exchange.identify(ctx, caller);
    ctx.next();
  }

  /** Who calls on a connection that was opened before, by the credential it was opened with. */
  public Future<Caller> again(RoutingContext ctx) {
    return identify(ctx);
  }

  /** Whether the credential of a request was looked up lately, so that asking again is cheap. */
  public boolean remembers(RoutingContext ctx) {
    ShownCredential shown = ShownCredential.of(ctx);
    return shown.present() && cache.find(shown.digest(), clock.instant()).isPresent();
  }

  /** Whether a request comes from a program on this machine that needs no credential. */
  public boolean needsNone(RoutingContext ctx) {
    return mode == AuthMode.LOCAL
        && !ShownCredential.of(ctx).present()
        && LocalOwner.fromThisMachine(ctx.request());
  }

  /** A name for the API key of a request from which the key cannot be found. */
  public Optional<String> keyOf(RoutingContext ctx) {
    ShownCredential shown = ShownCredential.of(ctx);
    return shown.present() && shown.credential().kind() == Authenticate.Kind.API_KEY
        ? Optional.of(shown.digest())
        : Optional.empty();
  }

  /** A name for a credential from which it cannot be found. */
  public String nameOf(Authenticate credential) {
    return CallerCache.digest(credential);
  }

  private Future<Caller> identify(RoutingContext ctx) {
    try {
      ShownCredential shown = ShownCredential.of(ctx);
      return check(ctx, shown.present() ? shown : new ShownCredential(withoutCredential(ctx)));
    } catch (ServiceFailure refused) {
      return Future.failedFuture(refused);
    }
  }

  private Authenticate withoutCredential(RoutingContext ctx) {
    if (mode == AuthMode.LOCAL) {
      return localOwner.recognise(ctx);
    }
    throw new ServiceFailure(FailureCode.UNAUTHENTICATED, HOW);
  }

  /** Forgets what is remembered of somebody whose credentials have changed. */
  public void forget(CredentialsChanged changed) {
    cache.forget(changed.tenant(), changed.subject());
  }

  private Future<Caller> check(RoutingContext ctx, ShownCredential shown) {
    long generation = cache.generation();
    Optional<Caller> known = cache.find(shown.digest(), clock.instant());
    return known.isPresent()
        ? Future.succeededFuture(known.get())
        : UsersMessages.AUTHENTICATE
            .ask(bus, shown.credential(), Exchange.call(ctx))
            .onSuccess(caller -> cache.keep(shown.digest(), caller, generation, clock.instant()));
  }
}
