package io.moneyprinter.platform.providers;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.secrets.LiveSecrets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one outside provider. Keys go in turn; one that is refused, used up or told to wait rests
 * while another is tried. A provider that says when to come again ({@code Retry-After}) is waited
 * for as long as the request has patience. Redirects are never followed, because the key would go
 * with them. Every request counts in {@code provider.requests{provider,outcome}}. Keys appear in no
 * message and no log. Safe to use from any thread.
 */
public final class ProviderClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderClient.class);
  private static final int MOST_WAITS = 3;

  private final Vertx vertx;
  private final ProviderSettings settings;
  private final KeyRing keys;
  private final ProviderFailures failures;
  private final ProviderBreaker breaker;
  private final SingleRequest single;
  private final Runnable unwatch;

  public ProviderClient(Vertx vertx, MeterRegistry meters, ProviderSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.keys = new KeyRing(settings.keys());
    this.failures = new ProviderFailures(settings, keys);
    this.breaker = new ProviderBreaker(vertx, meters, settings.name());
    this.single = new SingleRequest(vertx, meters, settings, keys, failures);
    this.unwatch =
        LiveSecrets.of(vertx)
            .use(settings.names().key(), value -> keys.replace(ProviderSettings.keys(value)));
  }

  /** What may still be done for one question. */
  private record Attempt(ProviderRequest request, Set<KeyRing.Key> tried, int waits) {
    Attempt without(KeyRing.Key key) {
      Set<KeyRing.Key> more = new HashSet<>(tried);
      more.add(key);
      return new Attempt(request, more, waits);
    }

    Attempt waited() {
      return new Attempt(request, Set.of(), waits + 1);
    }
  }

  /**
   * Asks, and reads the answer. Fails with {@code INVALID} naming the setting when one is wrong,
   * {@code QUOTA} when the account is used up, and {@code UNAVAILABLE} when a later try may
   * succeed.
   *
   * @param reader makes the answer's value; a {@link ServiceFailure} it throws with {@code
   *     UNAVAILABLE} counts against the provider like any other trouble
   */
  public <T> Future<T> send(ProviderRequest request, Function<ProviderResponse, T> reader) {
    return attempt(new Attempt(request, Set.of(), 0), reader);
  }

  /** What an answer with an error status means, for statuses that a request accepted. */
  public ServiceFailure failure(ProviderResponse response) {
    return failures.of(response.status(), Complaint.of(response.body()));
  }

  /**
   * The failure of an answer that cannot be read: {@code UNAVAILABLE}, naming the provider and the
   * setting of its address.
   *
   * @param problem a clause without a full stop, such as {@code it is not JSON}
   */
  public ServiceFailure unreadable(String problem) {
    return failures.unreadable(problem);
  }

  /** The label of its metrics. */
  public String name() {
    return settings.name();
  }

  /** Whether the provider is left alone at present, because it failed several times in a row. */
  public boolean resting() {
    return breaker.open();
  }

  private <T> Future<T> attempt(Attempt attempt, Function<ProviderResponse, T> reader) {
    Instant now = Instant.now();
    Optional<KeyRing.Key> free = keys.next(now, attempt.tried());
    KeyRing.Key key = free.orElseGet(keys::soonest);
    Duration wait = free.isPresent() ? Duration.ZERO : keys.wait(key, now);
    if (!wait.isZero()) {
      return later(wait, attempt, reader, failures.busy(wait));
    }
    return breaker
        .run(() -> single.ask(attempt.request(), key, reader), failures::resting)
        .compose(
            outcome ->
                outcome.trouble() == null
                    ? Future.succeededFuture(outcome.value())
                    : settle(outcome.trouble(), key, attempt, reader));
  }

  /** The key rests; another one is tried, or the wait that the provider asks for is kept. */
  private <T> Future<T> settle(
      Trouble trouble, KeyRing.Key key, Attempt attempt, Function<ProviderResponse, T> reader) {
    Instant now = Instant.now();
    KeyRing.Rest rest = trouble.rest();
    Duration pause =
        rest == KeyRing.Rest.BUSY
            ? RetryAfter.parse(trouble.retryAfter(), Clock.systemUTC())
            : rest.usual();
    keys.rest(key, rest, now.plus(pause));
    Attempt without = attempt.without(key);
    if (keys.free(now, without.tried())) {
      LOG.info("{}: {} rests for {} s ({})", name(), key, pause.toSeconds(), trouble.label());
      return attempt(without, reader);
    }
    ServiceFailure failure = failures.of(trouble.status(), trouble.complaint());
    Duration wait = keys.wait(keys.soonest(), now);
    return wait.isZero() && rest != KeyRing.Rest.BUSY
        ? Future.failedFuture(failure)
        : later(wait, attempt, reader, failure);
  }

  private <T> Future<T> later(
      Duration wait,
      Attempt attempt,
      Function<ProviderResponse, T> reader,
      ServiceFailure otherwise) {
    ProviderRequest request = attempt.request();
    boolean patient =
        wait.compareTo(request.patience()) <= 0
            && Instant.now().plus(wait).isBefore(request.deadline());
    if (!patient || attempt.waits() >= MOST_WAITS) {
      return Future.failedFuture(otherwise);
    }
    LOG.info("{} is busy: asking again in {} s", name(), wait.toSeconds());
    return vertx
        .timer(Math.max(1, wait.toMillis() + 1))
        .compose(waited -> attempt(attempt.waited(), reader));
  }

  @Override
  public void close() {
    unwatch.run();
    breaker.close();
    single.close();
  }
}
