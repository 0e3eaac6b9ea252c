package io.moneyprinter.gateway.firewall;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Guards each HTTP/1 connection on the level of bytes, which handlers of requests never see. Vert.x
 * has no public place for that, so its pipeline is changed by name.
 */
public final class ConnectionGuard implements Handler<HttpConnection> {
  private static final String DECODER = "httpDecoder";
  private static final String UNREAD = "unread";
  private static final String PACE = "pace";
  private static final String PARTS = "parts";

  private final HttpServerOptions options;
  private final PaceLimits limits;
  private final Counter cut;
  private final Counter unread;

  public ConnectionGuard(HttpServerOptions options, PaceLimits limits, MeterRegistry meters) {
    this.options = options;
    this.limits = limits;
    this.cut =
        Counter.builder("gateway.firewall.slow")
            .description("Connections cut off because their client sent too slowly")
            .register(meters);
    this.unread =
        Counter.builder("gateway.firewall.unread")
            .description("Connections cut off because their client sent on and read no answer")
            .register(meters);
  }

  @Override
  public void handle(HttpConnection connection) {
    ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
    if (pipeline.get(DECODER) == null) {
      return; // HTTP/2 has frames of its own, and no such ambiguity
    }
    pipeline.replace(DECODER, DECODER, new StrictDecoder(options));
    ClientPace pace = new ClientPace(limits, cut::increment, System::nanoTime);
    pipeline.addBefore(DECODER, UNREAD, new UnreadAnswers(unread::increment));
    pipeline.addBefore(DECODER, PACE, pace);
    pipeline.addAfter(DECODER, PARTS, new DecodedParts(pace));
    pace.open(pipeline.context(PACE));
  }
}
