package io.moneyprinter.gateway.breaker;

import io.micrometer.core.instrument.Gauge;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.service.InstanceGauges;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.function.Supplier;

/**
 * Leaves one address of the bus alone for a while when nobody answers there, then lets one call
 * through to see. Only silence counts: an answer that says no is an answer. Of one event loop.
 */
final class AddressBreaker {
  private final Vertx vertx;
  private final String address;
  private final BreakerConfig config;
  private final CircuitBreaker circuit;
  private final InstanceGauges gauges;
  private final Gauge state;
  private int inFlight;

  AddressBreaker(Vertx vertx, InstanceGauges gauges, String address, BreakerConfig config) {
    this.vertx = vertx;
    this.address = address;
    this.config = config;
    this.gauges = gauges;
    this.circuit =
        CircuitBreaker.create(
                address,
                vertx,
                new CircuitBreakerOptions()
                    .setMaxFailures(config.failures())
                    .setFailuresRollingWindow(config.window().toMillis())
                    .setResetTimeout(config.pause().toMillis())
                    .setNotificationPeriod(0)
                    .setTimeout(-1))
            .failurePolicy(AddressBreaker::silent);
    this.state =
        gauges.register(
            Gauge.builder("gateway.breaker.state", circuit, AddressBreaker::number)
                .description("0 closed, 1 half open, 2 open: the address is left alone")
                .tag("address", address));
  }

  private static boolean silent(Future<Object> outcome) {
    return outcome.failed()
        && outcome.cause() instanceof ReplyException reply
        && !(reply instanceof ServiceFailure)
        && (reply.failureType() == ReplyFailure.TIMEOUT
            || reply.failureType() == ReplyFailure.NO_HANDLERS);
  }

  private static double number(CircuitBreaker breaker) {
    return switch (breaker.state()) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  <T> Future<T> call(Supplier<Future<T>> call) {
    if (inFlight >= config.inFlight()) {
      return Future.failedFuture(
          ServiceFailure.unavailable(
              "As many requests as may be wait for %s; try again in a moment".formatted(address)));
    }
    inFlight++;
    // The breaker goes on in its own context; the caller's, which knows who asks, is gone back to.
    Context caller = vertx.getOrCreateContext();
    Promise<T> outcome = Promise.promise();
    circuit
        .execute(call)
        .recover(cause -> Future.failedFuture(explained(cause)))
        .onComplete(
            done ->
                caller.runOnContext(
                    back -> {
                      inFlight--;
                      outcome.handle(done);
                    }));
    return outcome.future();
  }

  private Throwable explained(Throwable cause) {
    return cause instanceof OpenCircuitException
        ? ServiceFailure.unavailable(
            "%s does not answer at present; it is asked again in %d s at the latest"
                .formatted(address, Math.max(1, config.pause().toSeconds())))
        : cause;
  }

  void close() {
    circuit.close();
    gauges.remove(state);
  }
}
