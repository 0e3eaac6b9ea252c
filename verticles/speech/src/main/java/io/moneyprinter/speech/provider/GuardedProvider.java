package io.moneyprinter.speech.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A provider that is left alone for a while after it failed several times in a minute, so that no
 * request waits for what does not work. What a caller did wrong does not count as its failure.
 */
public final class GuardedProvider implements SpeechProvider {
  private static final int FAILURES = 3;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Set<FailureCode> CALLERS =
      EnumSet.of(FailureCode.INVALID, FailureCode.CANCELLED, FailureCode.NOT_FOUND);

  private final SpeechProvider provider;
  private final CircuitBreaker breaker;
  private final MeterRegistry meters;
  private final Gauge state;

  /**
   * @param rest how long the provider is left alone
   */
  public GuardedProvider(
      SpeechProvider provider, Vertx vertx, MeterRegistry meters, Duration rest) {
    this.provider = provider;
    this.meters = meters;
    var options =
        new CircuitBreakerOptions()
            .setMaxFailures(FAILURES)
            .setFailuresRollingWindow(WINDOW.toMillis())
            .setResetTimeout(rest.toMillis())
            // Providers keep their own time limits, which depend on the length of the text.
            .setTimeout(-1)
            .setNotificationAddress(null);
    this.breaker =
        CircuitBreaker.create("speech." + provider.id(), vertx, options)
            .<SpokenText>failurePolicy(GuardedProvider::isProvidersFault);
    this.state =
        Gauge.builder("tts.breaker.state", breaker, GuardedProvider::number)
            .description("0 closed, 1 half open, 2 open: the provider is left alone")
            .tag("provider", provider.id())
            .register(meters);
  }

  /** Whether another provider may succeed where one failed like this. */
  public static boolean isProvidersFault(Throwable cause) {
    return !CostCaps.refused(cause)
        && (!(cause instanceof ServiceFailure failure) || !CALLERS.contains(failure.code()));
  }

  private static boolean isProvidersFault(Future<?> outcome) {
    return outcome.failed() && isProvidersFault(outcome.cause());
  }

  private static double number(CircuitBreaker circuit) {
    return switch (circuit.state()) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  @Override
  public String id() {
    return provider.id();
  }

  @Override
  public String version() {
    return provider.version();
  }

  @Override
  public List<Voice> voices() {
    return provider.voices();
  }

  @Override
  public Optional<Voice> voiceFor(String language) {
    return provider.voiceFor(language);
  }

  @Override
  public Optional<Voice> voice(String id) {
    return provider.voice(id);
  }

  @Override
  public Future<Void> refresh() {
    return provider.refresh();
  }

  @Override
  public boolean reads(SpeechMarkup markup, Voice voice) {
    return provider.reads(markup, voice);
  }

  @Override
  public boolean resting() {
    return breaker.state() == CircuitBreakerState.OPEN;
  }

  @Override
  public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
    return breaker
        .execute(() -> provider.speak(request, work))
        .recover(
            cause ->
                Future.failedFuture(cause instanceof OpenCircuitException ? leftAlone() : cause));
  }

  @Override
  public Future<Void> check() {
    return breaker.state() == CircuitBreakerState.CLOSED
        ? provider.check()
        : provider.check().compose(fine -> Future.failedFuture(leftAlone()));
  }

  private ServiceFailure leftAlone() {
    return ServiceFailure.unavailable(
        "The speech provider %s failed several times and is left alone for a while;"
                .formatted(provider.id())
            + " see the log for why, and try again later");
  }

  @Override
  public Future<Void> close() {
    breaker.close();
    meters.remove(state);
    return provider.close();
  }
}
