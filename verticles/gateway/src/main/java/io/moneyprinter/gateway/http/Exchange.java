package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.users.Caller;
import io.vertx.ext.web.RoutingContext;

/** What the chain found out about one request, for the route that answers it. */
public final class Exchange {
  /** The subject of requests that need no credential. */
  private static final String ANONYMOUS = "anonymous";

  private static final String CORRELATION = "correlation";
  private static final String TRACE = "trace";
  private static final String CALLER = "caller";
  private static final String CALL = "call";
  private static final String SUSPECT = "suspect";

  private Exchange() {}

  static void begin(RoutingContext ctx, String correlationId, String traceId) {
    ctx.put(TRACE, traceId);
    ctx.put(CORRELATION, correlationId);
    enter(
        ctx,
        new CallContext(correlationId, CallContext.LOCAL_TENANT, ANONYMOUS, /* deadline */ null));
  }

  /** From here on the request is made in the name of {@code caller}. */
  public static void identify(RoutingContext ctx, Caller caller) {
    ctx.put(CALLER, caller);
    enter(ctx, new CallContext(correlationId(ctx), caller.tenant(), caller.subject(), null));
  }

  private static void enter(RoutingContext ctx, CallContext call) {
    ctx.put(CALL, call);
    call.enter();
  }

  public static String correlationId(RoutingContext ctx) {
    String id = ctx.get(CORRELATION);
    return id == null ? "none" : id;
  }

  /** The trace that the request is part of. */
  static String traceId(RoutingContext ctx) {
    return ctx.get(TRACE);
  }

  /** Who asks; {@code null} on a route that needs no credential. */
  public static Caller caller(RoutingContext ctx) {
    return ctx.get(CALLER);
  }

  /** The firewall takes the request for an attack. */
  public static void suspect(RoutingContext ctx) {
    ctx.put(SUSPECT, true);
  }

  public static boolean suspected(RoutingContext ctx) {
    return Boolean.TRUE.equals(ctx.get(SUSPECT));
  }

  /** In whose name the services are asked. */
  public static CallContext call(RoutingContext ctx) {
    return ctx.get(CALL);
  }
}
