package io.moneyprinter.gateway.limit;

import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.http.Admission;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds callers to their rates, in two places. Before it is known who calls, the address pays for
 * requests whose credential has to be looked up, so that guessing one is slow. At its route a
 * request pays what the route costs: from the buckets of its address, its user and its key, all in
 * one step. A program on this machine that needs no credential is not counted. Of one event loop.
 */
public final class RateLimiter implements Admission {
  /** How far a request has paid. */
  private enum Paid {
    FREE,
    ADDRESS
  }

  private static final String PAID = "limits";
  private static final String HEALTH = "/health";

  private final Allowance buckets;
  private final Policies policies;
  private final RouteCosts costs;
  private final ClientAddress addresses;
  private final Authentication authentication;

  public RateLimiter(
      LimitConfig config,
      ServiceScope scope,
      TokenScript script,
      RouteCosts costs,
      ClientAddress addresses,
      Authentication authentication) {
    Node node = scope.node();
    this.buckets =
        new Allowance(
            node.vertx(), node.redis(), script, config.patience(), node.meters(), scope.gauges());
    this.policies = new Policies(config);
    this.costs = costs;
    this.addresses = addresses;
    this.authentication = authentication;
  }

  public void close() {
    buckets.close();
  }

  /** Before the caller is known. Whoever watches over the node is never refused. */
  public Handler<RoutingContext> atTheDoor() {
    return ctx -> {
      String path = ctx.request().path();
      if (path != null && (path.equals(HEALTH) || path.startsWith(HEALTH + "/"))) {
        ctx.put(PAID, Paid.FREE).next();
      } else if (authentication.needsNone(ctx)) {
        ctx.put(PAID, Paid.FREE).next();
      } else if (authentication.remembers(ctx)) {
        ctx.next();
      } else {
        ctx.put(PAID, Paid.ADDRESS);
        pay(ctx, List.of(ofAddress(ctx, 1)));
      }
    };
  }

  /** At a route, once the caller is known. */
  @Override
  public SecurityPolicyHandler of(String method, String path) {
    int cost = costs.of(method, path);
    return ctx -> {
      Paid paid = ctx.get(PAID);
      List<Charge> charges = paid == Paid.FREE ? List.of() : charges(ctx, paid, cost);
      if (charges.isEmpty()) {
        ctx.next();
      } else {
        pay(ctx, charges);
      }
    };
  }

  private List<Charge> charges(RoutingContext ctx, Paid paid, int cost) {
    List<Charge> charges = new ArrayList<>(3);
    Caller caller = Exchange.caller(ctx);
    int atDoor = paid == Paid.ADDRESS ? 1 : 0;
    if (cost > atDoor) {
      charges.add(ofAddress(ctx, cost - atDoor));
    }
    if (caller != null && cost > 0) {
      String user = caller.tenant() + "/" + caller.subject();
      charges.add(new Charge("user:" + user, policies.user(caller), cost));
      authentication
          .keyOf(ctx)
          .ifPresent(key -> charges.add(new Charge("key:" + key, policies.key(), cost)));
    }
    return charges;
  }

  private Charge ofAddress(RoutingContext ctx, int cost) {
    String address = ClientAddress.counted(addresses.of(ctx.request()));
    return new Charge("address:" + address, policies.address(), cost);
  }

  private void pay(RoutingContext ctx, List<Charge> charges) {
    Future<Verdict> verdict = buckets.take(charges);
    if (verdict.succeeded()) {
      RateLimitHeaders.tell(ctx, verdict.result());
      return;
    }
    ctx.request().pause(); // the body, or the upgrade, waits for the verdict
    // The answer comes in the context of whoever asked for all that are alike.
    Context own = ctx.vertx().getOrCreateContext();
    verdict.onComplete(taken -> own.runOnContext(back -> told(ctx, taken)));
  }

  private static void told(RoutingContext ctx, AsyncResult<Verdict> taken) {
    ctx.request().resume();
    if (taken.failed()) {
      ctx.fail(taken.cause());
    } else {
      RateLimitHeaders.tell(ctx, taken.result());
    }
  }
}
