package io.moneyprinter.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
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
    LOG.debug("Refused what is no request: {}", String.valueOf(cause));
    int status = status(cause);
    ProblemType type = ProblemType.of(status);
    String id = UUID.randomUUID().toString();
    Problem problem =
        new Problem(type.urn(), type.title(), status, "This is no HTTP request", null, id, null);
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Connection", "close")
        .putHeader(Correlation.HEADER, id)
        .end(Json.buffer(problem))
        .onComplete(told -> request.connection().close());
  }

  private static int status(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return 414;
    }
    return cause instanceof TooLongHttpHeaderException ? 431 : 400;
  }
}
