package io.moneyprinter.gateway.proxy;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.gateway.http.Exchange;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers go through, in either direction. */
final class Passing {
  /** Of one connection only (RFC 9110 §7.6.1). */
  private static final Set<String> OF_THE_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Credentials are ours to check and nobody else's to see; what we say of the caller is ours. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "authorization",
          "cookie",
          "x-api-key",
          "x-service-name",
          "x-service-key",
          "x-tenant",
          "x-subject",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "forwarded",
          "traceparent",
          "x-correlation-id");

  /** What an answer may not decide about our own origin. */
  private static final Set<String> NOT_BACK =
      Set.of("set-cookie", "server", "strict-transport-security", "clear-site-data");

  private Passing() {}

  static void request(RoutingContext ctx, BackendConfig config, InetAddress caller, MultiMap out) {
    HttpServerRequest in = ctx.request();
    for (Map.Entry<String, String> header : in.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!OF_THE_HOP.contains(name) && !OURS.contains(name) && !named(in.headers(), name)) {
        out.add(header.getKey(), header.getValue());
      }
    }
    CallContext call = Exchange.call(ctx);
    out.set("X-Service-Name", "gateway");
    config.key().ifPresent(key -> out.set("X-Service-Key", key));
    out.set("X-Tenant", call.tenant());
    out.set("X-Subject", call.subject());
    out.set("X-Correlation-Id", call.correlationId());
    out.set("traceparent", ctx.response().headers().get("traceparent"));
    out.set("X-Forwarded-For", caller.getHostAddress());
    out.set("X-Forwarded-Proto", in.scheme());
    if (in.getHeader("Host") != null) {
      out.set("X-Forwarded-Host", in.getHeader("Host"));
    }
  }

  /** What stands on an answer already, such as the headers that guard browsers, stays. */
  static void answer(MultiMap in, MultiMap out) {
    Set<String> own =
        Set.copyOf(out.names().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList());
    for (Map.Entry<String, String> header : in) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!OF_THE_HOP.contains(name)
          && !NOT_BACK.contains(name)
          && !name.startsWith("access-control-")
          && !own.contains(name)
          && !named(in, name)) {
        out.add(header.getKey(), header.getValue());
      }
    }
  }

  /** {@code Connection} names further headers of the hop. */
  private static boolean named(MultiMap headers, String name) {
    return headers.contains("Connection", name, true);
  }
}
