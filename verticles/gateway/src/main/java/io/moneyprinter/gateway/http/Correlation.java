package io.moneyprinter.gateway.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Gives every request an id that its log lines, bus calls and answer share. A caller's own id is
 * taken when it is harmless to write into a log. Its trace is gone on with (W3C Trace Context).
 */
final class Correlation implements Handler<RoutingContext> {
  static final String HEADER = "X-Correlation-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  @Override
  public void handle(RoutingContext ctx) {
    begin(ctx);
    ctx.next();
  }

  static void begin(RoutingContext ctx) {
    String given = ctx.request().getHeader(HEADER);
    String id = given != null && SANE.matcher(given).matches() ? given : fresh();
    Traceparent here = Traceparent.here(ctx.request().getHeader(Traceparent.HEADER));
    Exchange.begin(ctx, id, here.traceId());
    ctx.response().putHeader(Traceparent.HEADER, here.header());
    ctx.response().putHeader(HEADER, id);
  }

  /** A UUID, version 4. Nothing is kept from anybody by it, so nobody has to be unable to guess. */
  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(
            random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE)
        .toString();
  }
}
