package io.moneyprinter.testsupport;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A local server in the place of an outside provider. It gives the answers it was told to give, in
 * order, then the standing one, and plays every trouble a provider may be in.
 */
public final class ProviderStub {
  /** One request as it came. */
  public record Asked(String method, String path, String query, MultiMap headers, Buffer body) {
    /** The body as JSON. */
    public JsonObject json() {
      return body.toJsonObject();
    }
  }

  private final Vertx vertx;
  private final Queue<Handler<HttpServerRequest>> replies = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Function<Asked, Handler<HttpServerRequest>> standing =
      question -> request -> request.response().setStatusCode(500).end("no reply was prepared");

  public ProviderStub(Vertx vertx) {
    this.vertx = vertx;
    this.server =
        Answers.answer(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              Asked question =
                  new Asked(
                      request.method().name(),
                      request.path(),
                      request.query(),
                      MultiMap.caseInsensitiveMultiMap().addAll(request.headers()),
                      body);
              asked.add(question);
              Handler<HttpServerRequest> reply = replies.poll();
              (reply == null ? standing.apply(question) : reply).handle(request);
            });
  }

  /** {@code http://127.0.0.1:port}, without a slash at its end. */
  public String address() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** Every request so far. */
  public List<Asked> asked() {
    return asked;
  }

  public Asked last() {
    return asked.get(asked.size() - 1);
  }

  /** Answers the next request in any way. */
  public ProviderStub handles(Handler<HttpServerRequest> reply) {
    replies.add(reply);
    return this;
  }

  /** Answers every request for which nothing else is prepared. */
  public ProviderStub otherwise(Handler<HttpServerRequest> reply) {
    standing = question -> reply;
    return this;
  }

  /** As {@link #otherwise}, with 200 and JSON that fits what was asked. */
  public ProviderStub answers(Function<Asked, JsonObject> answer) {
    standing =
        question ->
            request ->
                request
                    .response()
                    .putHeader("content-type", "application/json")
                    .end(answer.apply(question).toBuffer());
    return this;
  }

  /**
   * @param headers names and values in turn
   */
  public ProviderStub replies(int status, String contentType, Buffer body, String... headers) {
    return handles(
        request -> {
          request.response().setStatusCode(status).putHeader("content-type", contentType);
          for (int i = 0; i < headers.length; i += 2) {
            request.response().putHeader(headers[i], headers[i + 1]);
          }
          request.response().end(body);
        });
  }

  public ProviderStub replies(int status, JsonObject body, String... headers) {
    return replies(status, "application/json", body.toBuffer(), headers);
  }

  /** 200 with JSON. */
  public ProviderStub says(JsonObject body) {
    return replies(200, body);
  }

  /** An error in the form of OpenAI's: {@code {"error": {message, type, param, code}}}. */
  public ProviderStub fails(int status, String message, String code, String... headers) {
    return replies(
        status,
        new JsonObject().put("error", new JsonObject().put("message", message).put("code", code)),
        headers);
  }

  /** 401: the key is wrong. */
  public ProviderStub refusesKey() {
    return fails(401, "Incorrect API key provided", "invalid_api_key");
  }

  /** 403: the key may not do this. */
  public ProviderStub forbids() {
    return fails(403, "Not allowed with this key", "forbidden");
  }

  /** 429 with Retry-After. */
  public ProviderStub busy(int seconds) {
    return fails(429, "Slow down", "rate_limit_exceeded", "retry-after", "" + seconds);
  }

  /** 429 that no waiting mends. */
  public ProviderStub usedUp() {
    return fails(429, "You exceeded your current quota", "insufficient_quota");
  }

  /** 500. */
  public ProviderStub breaks() {
    return replies(500, "text/plain", Buffer.buffer("oops"));
  }

  /** Never answers. */
  public ProviderStub hangs() {
    return handles(request -> {});
  }

  /** 200 and the beginning of a body; then the connection ends. */
  public ProviderStub cutsOff(String contentType, Buffer beginning) {
    return handles(
        request -> {
          request
              .response()
              .putHeader("content-type", contentType)
              .putHeader("content-length", "" + (beginning.length() + 5000));
          request
              .response()
              .write(beginning)
              .compose(written -> vertx.timer(20))
              .onComplete(waited -> request.connection().close());
        });
  }

  /** 200 with a page where something else was promised. */
  public ProviderStub garbage() {
    return replies(200, "text/html", Buffer.buffer("<html>Welcome</html>"));
  }

  /** 200 in pieces, each sent by itself. */
  public ProviderStub streams(String contentType, List<String> pieces) {
    return handles(
        request -> {
          request.response().setChunked(true).putHeader("content-type", contentType);
          write(request, pieces, 0);
        });
  }

  private void write(HttpServerRequest request, List<String> pieces, int at) {
    if (at == pieces.size()) {
      request.response().end();
      return;
    }
    request
        .response()
        .write(pieces.get(at))
        .compose(written -> vertx.timer(5))
        .onSuccess(waited -> write(request, pieces, at + 1));
  }
}
