package io.moneyprinter.speech.edge;

import io.moneyprinter.speech.remote.ToneFiles;
import io.moneyprinter.testsupport.Answers;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Plays Microsoft's side of the protocol. */
public final class EdgeServer {
  private static final String SOUND = "X-RequestId:1\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<HttpServerRequest> upgrades = new CopyOnWriteArrayList<>();
  private final Queue<Consumer<HttpServerRequest>> refusals = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile Consumer<ServerWebSocket> turn = EdgeServer::speak;

  public EdgeServer(Vertx vertx) {
    server =
        Answers.answer(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  public String address() {
    return "ws://127.0.0.1:" + server.actualPort() + "/consumer/speech";
  }

  /** Text messages that came. */
  public List<String> heard() {
    return heard;
  }

  public List<HttpServerRequest> upgrades() {
    return upgrades;
  }

  /** Refuses the next connection. */
  public EdgeServer refuses(int status, String... headers) {
    refusals.add(
        request -> {
          request.response().setStatusCode(status);
          for (int i = 0; i < headers.length; i += 2) {
            request.response().putHeader(headers[i], headers[i + 1]);
          }
          request.response().end();
        });
    return this;
  }

  /** Never answers the next connection. */
  public EdgeServer hangs() {
    refusals.add(request -> {});
    return this;
  }

  /** What happens when a line was asked for. */
  public EdgeServer turns(Consumer<ServerWebSocket> how) {
    turn = how;
    return this;
  }

  private void take(HttpServerRequest request) {
    upgrades.add(request);
    Consumer<HttpServerRequest> refusal = refusals.poll();
    if (refusal != null) {
      refusal.accept(request);
      return;
    }
    request.toWebSocket().onSuccess(this::converse);
  }

  private void converse(ServerWebSocket socket) {
    socket.textMessageHandler(
        message -> {
          heard.add(message);
          if (message.replace("Path: ", "Path:").contains("Path:ssml\r\n")) {
            turn.accept(socket);
          }
        });
  }

  /** Three tones that are said to be three words. */
  public static void speak(ServerWebSocket socket) {
    Buffer mp3 = ToneFiles.mp3();
    int half = mp3.length() / 2;
    text(socket, "turn.start", "{\"context\":{}}");
    text(socket, "response", "{\"audio\":{}}");
    socket.writeBinaryMessage(frame(SOUND, mp3.slice(0, half)));
    text(socket, "audio.metadata", word("One", 0.2, 0.3));
    text(socket, "audio.metadata", word("two", 0.6, 0.3));
    socket.writeBinaryMessage(frame(SOUND, mp3.slice(half, mp3.length())));
    text(socket, "audio.metadata", word("three", 1.0, 0.3));
    socket.writeBinaryMessage(frame("X-RequestId:1\r\nPath:audio\r\n", Buffer.buffer()));
    text(socket, "turn.end", "{}");
  }

  public static Buffer frame(String headers, Buffer body) {
    return Buffer.buffer()
        .appendUnsignedShort(headers.length())
        .appendString(headers)
        .appendBuffer(body);
  }

  public static Buffer sound(Buffer body) {
    return frame(SOUND, body);
  }

  public static void text(ServerWebSocket socket, String path, String body) {
    socket.writeTextMessage(
        "X-RequestId:1\r\nContent-Type:application/json; charset=utf-8\r\nPath:"
            + path
            + "\r\n\r\n"
            + body);
  }

  private static String word(String text, double start, double seconds) {
    return "{\"Metadata\":[{\"Type\":\"WordBoundary\",\"Data\":{\"Offset\":%d,\"Duration\":%d,\"text\":{\"Text\":\"%s\",\"Length\":%d,\"BoundaryType\":\"WordBoundary\"}}}]}"
        .formatted((long) (start * 1e7), (long) (seconds * 1e7), text, text.length());
  }
}
