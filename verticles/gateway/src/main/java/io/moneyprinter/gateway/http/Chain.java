package io.moneyprinter.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.IntStream;

/** What every request passes before it reaches its route, in this order. */
public final class Chain {
  private Chain() {}

  /**
   * Puts the chain at the head of an empty table.
   *
   * @param pause after which a service that does not answer is asked again
   * @param bodyLimit most bytes of a request body
   * @param admission what each request to a route passes once its caller is known
   * @param queries what the query of a request is held to
   * @return where the operations go
   */
  public static Api begin(
      RouteTable table,
      Origins origins,
      MeterRegistry meters,
      Duration pause,
      long bodyLimit,
      Admission admission,
      QueryRules queries) {
    AccessLog log = new AccessLog(meters);
    Problems problems = new Problems(new AllowedMethods(table), log, pause);
    table.everywhere(
        router -> {
          router.route().failureHandler(problems);
          // What the router finds out by itself, such as 404 and 405, takes the same way out.
          IntStream.range(400, 600).forEach(status -> router.errorHandler(status, problems));
        });
    table.link(new Correlation());
    table.link(log);
    table.link(new SecurityHeaders());
    table.link(new Cors(origins));
    return new Api(table, bodyLimit, admission, queries);
  }
}
