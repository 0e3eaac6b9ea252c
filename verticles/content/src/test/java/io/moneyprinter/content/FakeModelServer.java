package io.moneyprinter.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.testsupport.Answers;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the server's side of "Create chat completion" as the OpenAI API reference documents it:
 * answers {@code choices[0].message.content} with {@code usage}, errors {@code {"error": {message,
 * type, param, code}}}. It gives the answers it was told to give, in order.
 */
final class FakeModelServer {
  /** One request as it came. */
  record Asked(String path, String authorization, JsonNode body) {}

  private final Queue<Handler<HttpServerRequest>> replies = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  FakeModelServer(Vertx vertx) {
    server =
        Answers.answer(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              try {
                asked.add(
                    new Asked(
                        request.path(),
                        request.getHeader("authorization"),
                        RecordJson.wire().readTree(body.getBytes())));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              Handler<HttpServerRequest> reply = replies.poll();
              if (reply == null) {
                request.response().setStatusCode(500).end("no reply was prepared");
              } else {
                reply.handle(request);
              }
            });
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.actualPort() + "/v1";
  }

  List<Asked> asked() {
    return asked;
  }

  FakeModelServer says(String content) {
    return says(content, "stop");
  }

  FakeModelServer says(String content, String finishReason) {
    return replies(200, completion(content, finishReason).encode());
  }

  static JsonObject completion(String content, String finishReason) {
    return new JsonObject()
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion")
        .put("created", 1)
        .put("model", "test-model")
        .put(
            "choices",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("index", 0)
                        .put(
                            "message",
                            new JsonObject().put("role", "assistant").put("content", content))
                        .put("finish_reason", finishReason)))
        .put(
            "usage",
            new JsonObject()
                .put("prompt_tokens", 200)
                .put("completion_tokens", 100)
                .put("total_tokens", 300));
  }

  FakeModelServer fails(int status, String message, String param, String code) {
    return replies(
        status,
        new JsonObject()
            .put(
                "error",
                new JsonObject()
                    .put("message", message)
                    .put("type", "invalid_request_error")
                    .put("param", param)
                    .put("code", code))
            .encode());
  }

  FakeModelServer replies(int status, String body, String... headers) {
    return handles(
        request -> {
          request.response().setStatusCode(status).putHeader("content-type", "application/json");
          for (int i = 0; i < headers.length; i += 2) {
            request.response().putHeader(headers[i], headers[i + 1]);
          }
          request.response().end(body);
        });
  }

  FakeModelServer handles(Handler<HttpServerRequest> reply) {
    replies.add(reply);
    return this;
  }
}
