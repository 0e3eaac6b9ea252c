package io.moneyprinter.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is no HTTP request, or not clearly one, and closes its connection: nobody knows
 * where the next request on it would begin.
 */
public final class InvalidRequests implements Handler<HttpServerRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(InvalidRequests.class);

  private final Counter count;

  public InvalidRequests(MeterRegistry meters) {
    this.count =
        Counter.builder("gateway.http.invalid")
            .description("What came in and was no HTTP request, or not clearly one")
            .register(meters);
  }

  @Override
  public void handle(HttpServerRequest request) {
    count.increment();
    Throwable cause = request.decoderResult().cause();
    int status = status(cause);
    ProblemType type = ProblemType.of(status);
    String id = UUID.randomUUID().toString();
    // Its message may quote what was sent, line breaks and all.
    String fault = cause == null ? "unknown" : cause.getClass().getSimpleName();
    LOG.info("Refused what is no request from {}: {} [{}]", peer(request), fault, id);
    // What it says of a trace of its own is believed as little as the rest.
    Traceparent here = Traceparent.here(null);
    Problem problem =
        new Problem(
            type.urn(), type.title(), status, "This is no HTTP request", null, id, here.traceId());
    SecurityHeaders.set(request.response().headers());
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Connection", "close")
        .putHeader("Cache-Control", "no-store")
        .putHeader(Traceparent.HEADER, here.header())
        .putHeader(Correlation.HEADER, id)
        .end(Json.buffer(problem))
        .onComplete(told -> request.connection().close());
  }

  private static String peer(HttpServerRequest request) {
    SocketAddress address = request.remoteAddress();
    return address == null ? "nowhere" : address.hostAddress();
  }

  private static int status(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return 414;
    }
    return cause instanceof TooLongHttpHeaderException ? 431 : 400;
  }
}
