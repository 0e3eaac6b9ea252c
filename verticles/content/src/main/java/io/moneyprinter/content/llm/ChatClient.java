package io.moneyprinter.content.llm;

import io.moneyprinter.platform.providers.RetryAfter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a language model over HTTP in the form of OpenAI's chat completions (see {@link ChatWire}).
 * Waits as long as the server asks for when it is busy, leaves out what it does not know, and never
 * follows a redirect, because the key would go with it.
 */
final class ChatClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChatClient.class);
  private static final int CONNECT_MILLIS = 10_000;

  private final Vertx vertx;
  private final LlmConfig config;
  private final ChatWire wire;
  private final ChatFailures failures;
  private final WebClient http;

  /** What the server was found to take; a race costs one request more, nothing else. */
  private volatile RequestForm form = RequestForm.FULL;

  ChatClient(Vertx vertx, LlmConfig config) {
    this.vertx = vertx;
    this.config = config;
    this.wire = new ChatWire(config);
    this.failures = new ChatFailures(config);
    this.http =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setUserAgent("moneyprinter")
                .setFollowRedirects(false)
                .setConnectTimeout(CONNECT_MILLIS));
  }

  /**
   * One answer. Fails with {@code INVALID} when a setting is wrong, {@code QUOTA} when the account
   * is used up, and {@code UNAVAILABLE} when a later try may succeed.
   *
   * @param deadline until when waiting makes sense
   */
  Future<ChatAnswer> complete(List<ChatMessage> messages, Instant deadline) {
    return send(messages, form, deadline);
  }

  private Future<ChatAnswer> send(List<ChatMessage> messages, RequestForm tried, Instant deadline) {
    Duration left = Duration.between(Instant.now(), deadline);
    if (left.toMillis() <= 0) {
      return Future.failedFuture(failures.of(new java.util.concurrent.TimeoutException()));
    }
    HttpRequest<Buffer> request =
        http.postAbs(config.address())
            .timeout(Math.min(left.toMillis(), config.timeout().toMillis()))
            .putHeader("content-type", "application/json")
            .putHeader("accept", "application/json");
    config.apiKey().ifPresent(request::bearerTokenAuthentication);
    return request
        .sendBuffer(wire.request(messages, tried))
        .recover(cause -> Future.failedFuture(failures.of(cause)))
        .compose(response -> read(response, messages, tried, deadline));
  }

  private Future<ChatAnswer> read(
      HttpResponse<Buffer> response,
      List<ChatMessage> messages,
      RequestForm tried,
      Instant deadline) {
    if (HttpResponseExpectation.SC_OK.test(response)) {
      form = tried;
      return Future.succeededFuture(wire.answer(response.body()));
    }
    int status = response.statusCode();
    ChatWire.Complaint complaint = ChatWire.complaint(response.body());
    if (status == 400 || status == 422) {
      String about = complaint.param().isEmpty() ? complaint.message() : complaint.param();
      Optional<RequestForm> simpler = tried.after(about);
      if (simpler.isPresent()) {
        LOG.info("The language model's server did not take {}: trying {}", about, simpler.get());
        return send(messages, simpler.get(), deadline);
      }
    }
    boolean busy = status == 429 && !"insufficient_quota".equals(complaint.code());
    if (busy || status == 503 && response.getHeader("retry-after") != null) {
      Duration wait = RetryAfter.parse(response.getHeader("retry-after"), Clock.systemUTC());
      if (Instant.now().plus(wait).isBefore(deadline)) {
        LOG.info("The language model's server is busy: asking again in {} s", wait.toSeconds());
        return vertx
            .timer(Math.max(1, wait.toMillis()))
            .compose(waited -> send(messages, tried, deadline));
      }
    }
    return Future.failedFuture(failures.of(status, complaint));
  }

  @Override
  public void close() {
    http.close();
  }
}
