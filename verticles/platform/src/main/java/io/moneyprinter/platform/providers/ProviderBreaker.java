package io.moneyprinter.platform.providers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Leaves a provider alone for a while after it failed several times in a row, then lets one call
 * through to see. Only {@code UNAVAILABLE} and {@code TIMEOUT} count as its failures; a refused
 * request does not. Its state is the gauge {@code provider.breaker.state}: 0 closed, 1 half open, 2
 * open. For calls that are no HTTP as well.
 */
public final class ProviderBreaker implements AutoCloseable {
  /** Failures within the window after which a provider is left alone. */
  public static final int FAILURES = 5;

  /** How long it is left alone. */
  public static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Vertx vertx;
  private final Duration pause;
  private final CircuitBreaker circuit;
  private final MeterRegistry meters;
  private final Gauge state;

  /**
   * @param provider the label of the metric
   */
  public ProviderBreaker(Vertx vertx, MeterRegistry meters, String provider) {
    this(vertx, meters, provider, FAILURES, PAUSE);
  }

  /**
   * @param failures after which it opens, at least 1
   * @param pause for which it stays open
   */
  public ProviderBreaker(
      Vertx vertx, MeterRegistry meters, String provider, int failures, Duration pause) {
    this.vertx = vertx;
    this.pause = pause;
    this.meters = meters;
    this.circuit =
        CircuitBreaker.create(
                provider,
                vertx,
                new CircuitBreakerOptions()
                    .setMaxFailures(failures)
                    .setResetTimeout(pause.toMillis())
                    .setFailuresRollingWindow(WINDOW.toMillis())
                    .setNotificationPeriod(0)
                    .setTimeout(-1))
            .failurePolicy(ProviderBreaker::counts);
    this.state =
        Gauge.builder("provider.breaker.state", circuit, ProviderBreaker::number)
            .description("0 closed, 1 half open, 2 open: the provider is left alone")
            .tag("provider", provider)
            .register(meters);
  }

  private static boolean counts(Future<Object> outcome) {
    return outcome.failed()
        && (!(outcome.cause() instanceof ServiceFailure failure)
            || failure.code() == FailureCode.UNAVAILABLE
            || failure.code() == FailureCode.TIMEOUT);
  }

  private static double number(CircuitBreaker breaker) {
    return switch (breaker.state()) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  /** Whether nothing is let through at present. */
  public boolean open() {
    return number(circuit) == 2;
  }

  /**
   * Makes a call, or does not.
   *
   * @param resting the failure to give when it does not, from how long the pause may last
   */
  public <T> Future<T> run(Supplier<Future<T>> call, Function<Duration, ServiceFailure> resting) {
    // The breaker goes on in its own context; the caller's, which knows who asks, is gone back to.
    Context caller = vertx.getOrCreateContext();
    Promise<T> outcome = Promise.promise();
    circuit
        .execute(call)
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof OpenCircuitException ? resting.apply(pause) : cause))
        .onComplete(done -> caller.runOnContext(back -> outcome.handle(done)));
    return outcome.future();
  }

  @Override
  public void close() {
    circuit.close();
    meters.remove(state);
  }
}
