package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
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

  /**
   * @param rest how long the provider is left alone
   */
  public GuardedProvider(SpeechProvider provider, Vertx vertx, Duration rest) {
    this.provider = provider;
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
  }

  /** Whether another provider may succeed where one failed like this. */
  public static boolean isProvidersFault(Throwable cause) {
    return !(cause instanceof ServiceFailure failure) || !CALLERS.contains(failure.code());
  }

  private static boolean isProvidersFault(Future<?> outcome) {
    return outcome.failed() && isProvidersFault(outcome.cause());
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
  public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
    return breaker
        .execute(() -> provider.speak(request, work))
        .recover(
            cause ->
                Future.failedFuture(cause instanceof OpenCircuitException ? resting() : cause));
  }

  @Override
  public Future<Void> check() {
    return breaker.state() == CircuitBreakerState.CLOSED
        ? provider.check()
        : provider.check().compose(fine -> Future.failedFuture(resting()));
  }

  private ServiceFailure resting() {
    return ServiceFailure.unavailable(
        "The speech provider %s failed several times and is left alone for a while;"
                .formatted(provider.id())
            + " see the log for why, and try again later");
  }

  @Override
  public Future<Void> close() {
    breaker.close();
    return provider.close();
  }
}
