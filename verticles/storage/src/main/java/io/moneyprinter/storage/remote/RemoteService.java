package io.moneyprinter.storage.remote;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks a service that the store rests on, such as Vault or CloudFront: short questions, short
 * answers, no redirects. A service that does not answer is {@code UNAVAILABLE}; what its statuses
 * mean is the asker's to say.
 */
public final class RemoteService {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int LONGEST_ANSWER = 1 << 20;

  private final String title;
  private final Duration limit;
  private final HttpClient client;

  /**
   * @param title for people, such as {@code Vault at https://vault.example.com}
   * @param limit longest wait for a whole answer
   */
  public RemoteService(Vertx vertx, String title, Duration limit) {
    this.title = title;
    this.limit = limit;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadIdleTimeout((int) Math.max(1, limit.toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
  }

  /**
   * Asks once.
   *
   * @param body {@code null} for none
   */
  public Future<RemoteAnswer> ask(
      HttpMethod method, String address, Map<String, String> headers, Buffer body) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setAbsoluteURI(address).setFollowRedirects(false);
    headers.forEach(options::putHeader);
    return client
        .request(options)
        .compose(request -> body == null ? request.send() : send(request, body))
        .compose(this::read)
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .recover(cause -> Future.failedFuture(told(cause)));
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request, Buffer body) {
    return request.send(body);
  }

  private Future<RemoteAnswer> read(HttpClientResponse response) {
    String length = response.getHeader("Content-Length");
    if (length != null && length.length() > 7 || bytes(length) > LONGEST_ANSWER) {
      response.request().reset();
      return Future.failedFuture(new IllegalStateException("its answer is too long"));
    }
    return response
        .body()
        .map(body -> new RemoteAnswer(response.statusCode(), response.headers(), body));
  }

  private static long bytes(String length) {
    return length == null || length.length() > 7 ? 0 : Long.parseLong(length);
  }

  private Throwable told(Throwable cause) {
    return cause instanceof ServiceFailure
        ? cause
        : new ServiceFailure(
            FailureCode.UNAVAILABLE, title + " cannot be reached (" + cause.getMessage() + ")");
  }

  public void close() {
    client.close();
  }
}
