package io.moneyprinter.platform.vault;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import java.util.concurrent.TimeUnit;

/** One request to Vault and its whole answer. Redirects are not followed: the token would go. */
final class VaultTransport {
  private static final int MOST_BYTES = 1 << 20;

  private final HttpClient http;
  private final VaultConfig config;
  private final String base;
  private final VaultFailures failures;

  VaultTransport(Vertx vertx, VaultConfig config) {
    this.config = config;
    this.base = config.address().orElseThrow().replaceFirst("/+$", "");
    this.failures = new VaultFailures(base);
    HttpClientOptions options = new HttpClientOptions();
    options.setConnectTimeout((int) config.timeout().toMillis());
    if (base.startsWith("https:")) {
      options.setSsl(true).setVerifyHost(true);
      config
          .authority()
          .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
    }
    this.http = vertx.createHttpClient(options);
  }

  VaultFailures failures() {
    return failures;
  }

  /**
   * Asks; an error status is a failure that says what to do.
   *
   * @param path below {@code /v1/}
   * @param deed the same for people, such as {@code read secret/data/app}
   * @param token {@code null} for a login
   * @param body {@code null} for none
   */
  Future<VaultAnswer> ask(
      HttpMethod method, String path, String deed, String token, JsonObject body) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setAbsoluteURI(base + "/v1/" + path);
    // Keeps Vault's agent from serving requests that a page was tricked into.
    options.putHeader("X-Vault-Request", "true");
    if (token != null) {
      options.putHeader("X-Vault-Token", token);
    }
    config.namespace().ifPresent(name -> options.putHeader("X-Vault-Namespace", name));
    if (body != null) {
      options.putHeader("Content-Type", "application/json");
    }
    return http.request(options)
        .compose(request -> body == null ? request.send() : request.send(body.toBuffer()))
        .compose(response -> whole(response, deed))
        .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .recover(cause -> Future.failedFuture(failures.unreachable(deed, cause)));
  }

  private Future<VaultAnswer> whole(HttpClientResponse response, String deed) {
    Buffer whole = Buffer.buffer();
    response.handler(
        chunk -> {
          if (whole.length() + chunk.length() > MOST_BYTES) {
            response.request().reset();
          } else {
            whole.appendBuffer(chunk);
          }
        });
    return response.end().compose(end -> understood(response, whole, deed));
  }

  private Future<VaultAnswer> understood(HttpClientResponse response, Buffer body, String deed) {
    int status = response.statusCode();
    if (status / 100 != 2) {
      return Future.failedFuture(
          failures.of(deed, status, body.toString(), response.getHeader("Retry-After")));
    }
    if (body.length() == 0) {
      return Future.succeededFuture(new VaultAnswer(status, new JsonObject()));
    }
    try {
      return Future.succeededFuture(new VaultAnswer(status, new JsonObject(body)));
    } catch (DecodeException garbage) { // its message quotes the answer, which may be secret
      return Future.failedFuture(failures.unreadable(deed));
    }
  }

  Future<Void> close() {
    return http.close();
  }
}
