package io.moneyprinter.platform.providers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Makes one request with one key, reads what comes, and counts it. */
final class SingleRequest implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;

  private final Vertx vertx;
  private final MeterRegistry meters;
  private final ProviderSettings settings;
  private final KeyRing keys;
  private final ProviderFailures failures;
  private final HttpClient http;

  SingleRequest(
      Vertx vertx,
      MeterRegistry meters,
      ProviderSettings settings,
      KeyRing keys,
      ProviderFailures failures) {
    this.vertx = vertx;
    this.meters = meters;
    this.settings = settings;
    this.keys = keys;
    this.failures = failures;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setDecompressionSupported(true));
  }

  /**
   * An answer's value, or trouble that another key or a later time may mend.
   *
   * @param trouble {@code null} where there is a value
   */
  record Outcome<T>(T value, Trouble trouble) {}

  /** Fails with a {@link ServiceFailure} where no key would help. */
  <T> Future<Outcome<T>> ask(
      ProviderRequest request, KeyRing.Key key, Function<ProviderResponse, T> reader) {
    return exchange(request, key)
        .map(response -> read(response, request, key, reader))
        .onSuccess(outcome -> count(outcome.trouble() == null ? "ok" : outcome.trouble().label()))
        .recover(
            cause -> {
              ServiceFailure failure = failures.of(cause);
              count(failure.code() == FailureCode.CANCELLED ? "cancelled" : "failed");
              return Future.failedFuture(failure);
            });
  }

  private Future<ProviderResponse> exchange(ProviderRequest request, KeyRing.Key key) {
    RequestOptions options;
    try {
      options = new RequestOptions().setAbsoluteURI(request.address());
    } catch (RuntimeException e) {
      return Future.failedFuture(new IllegalArgumentException("its address is not one", e));
    }
    options
        .setMethod(request.method())
        .setFollowRedirects(false)
        .putHeader("user-agent", "moneyprinter");
    request.headers().forEach(options::putHeader);
    if (!key.secret().isEmpty()) {
      settings.place().put(options, key.secret());
    }
    Duration left = Duration.between(Instant.now(), request.deadline());
    Duration limit = left.compareTo(settings.timeLimit()) < 0 ? left : settings.timeLimit();
    return new HttpExchange(vertx, settings.bodyLimit(), failures::tooLarge, request.chunks())
        .run(http, options, request.body(), limit);
  }

  private <T> Outcome<T> read(
      ProviderResponse response,
      ProviderRequest request,
      KeyRing.Key key,
      Function<ProviderResponse, T> reader) {
    int status = response.status();
    Trouble trouble =
        response.ok()
            ? null
            : new Trouble(
                status, Complaint.of(response.body()), response.headers().get("retry-after"));
    if (trouble != null && trouble.rest() != null) {
      return new Outcome<>(null, trouble);
    }
    if (trouble != null && !request.accepted().contains(status)) {
      throw failures.of(status, trouble.complaint());
    }
    keys.wake(key);
    return new Outcome<>(reader.apply(response), null);
  }

  private void count(String outcome) {
    Counter.builder("provider.requests")
        .description("Requests to outside providers")
        .tags("provider", settings.name(), "outcome", outcome)
        .register(meters)
        .increment();
  }

  @Override
  public void close() {
    http.close();
  }
}
