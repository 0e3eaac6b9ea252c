package io.moneyprinter.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks the server's side of "Create chat completion" as the OpenAI API reference documents it,
 * gives every question the same answer, and counts what would have to be paid.
 */
final class ModelStub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final byte[] answer;
  private final List<HttpExchange> held = new ArrayList<>();
  private boolean holding;
  private int asked;
  private int answered;

  /**
   * @param script the JSON that the model writes
   */
  ModelStub(String script) {
    answer = completion(script);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/chat/completions", this::take);
    server.setExecutor(threads);
    server.start();
  }

  private static byte[] completion(String script) {
    Map<String, Object> body =
        Map.of(
            "id",
            "chatcmpl-1",
            "object",
            "chat.completion",
            "created",
            1,
            "model",
            "stub",
            "choices",
            List.of(
                Map.of(
                    "index",
                    0,
                    "finish_reason",
                    "stop",
                    "message",
                    Map.of("role", "assistant", "content", script))),
            "usage",
            Map.of("prompt_tokens", 200, "completion_tokens", 100, "total_tokens", 300));
    try {
      return RecordJson.wire().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void take(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    synchronized (this) {
      asked++;
      if (holding) {
        held.add(exchange);
        return;
      }
      answered++;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** Answers nobody from now on. */
  synchronized void hold() {
    holding = true;
  }

  /** Answers again; who was kept waiting gets no answer, and has nothing to pay. */
  synchronized void dropHeld() {
    holding = false;
    held.forEach(HttpExchange::close);
    held.clear();
  }

  /** How often it was asked. */
  synchronized int asked() {
    return asked;
  }

  /** How often it answered, which is what has to be paid. */
  synchronized int answered() {
    return answered;
  }

  /** Counts from the beginning. */
  synchronized void reset() {
    asked = 0;
    answered = 0;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
