package io.moneyprinter.testsupport;

import static io.moneyprinter.testsupport.Answers.answer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * A connection in the Chrome DevTools Protocol: commands with their results, and events. Commands
 * of one thread; events come on the connection's.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">its protocol</a>
 */
final class DevTools {
  private final WebSocketClient client;
  private final WebSocket socket;
  private final BiConsumer<String, JsonObject> events;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, Promise<JsonObject>> calls = new ConcurrentHashMap<>();

  private String session;

  /**
   * @param events hears what happens: the event's name and its parameters
   */
  DevTools(Vertx vertx, int port, String path, BiConsumer<String, JsonObject> events) {
    this.events = events;
    client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxFrameSize(1 << 24).setMaxMessageSize(1 << 26));
    socket =
        answer(
            client
                .connect(
                    new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI(path)
                        .setAllowOriginHeader(false))
                .onSuccess(open -> open.textMessageHandler(this::hear)));
  }

  private void hear(String text) {
    JsonObject message = new JsonObject(text);
    Integer id = message.getInteger("id");
    if (id == null) {
      events.accept(message.getString("method"), message.getJsonObject("params"));
    } else {
      Optional.ofNullable(calls.remove(id))
          .ifPresent(call -> call.complete(message.getJsonObject("result", message)));
    }
  }

  /**
   * Speaks to another tab from now on.
   *
   * @param session in which it is attached to; {@code null} for the browser itself
   */
  void turn(String session) {
    this.session = session;
  }

  /**
   * Sends a command and waits for its result.
   *
   * @return the result, or the error
   */
  JsonObject call(String method, JsonObject params) {
    return answer(send(method, params));
  }

  /** Sends a command; its result comes later. */
  Future<JsonObject> send(String method, JsonObject params) {
    int id = ids.incrementAndGet();
    Promise<JsonObject> reply = Promise.promise();
    calls.put(id, reply);
    JsonObject message = new JsonObject().put("id", id).put("method", method).put("params", params);
    if (session != null) {
      message.put("sessionId", session);
    }
    socket.writeTextMessage(message.encode());
    return reply.future();
  }

  void close() {
    client.close();
  }
}
