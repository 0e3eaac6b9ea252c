package io.moneyprinter.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of its own full of readers of live events, for {@link LiveBenchmark}: those that are
 * idle have a WebSocket and nothing more, of the others half follow a job over a WebSocket and half
 * over server-sent events. Says {@code idle} and {@code ready} when they are there, and at the end,
 * asked over its standard input, how long events took, in microseconds: a line for WebSockets and
 * one for streams.
 */
final class LiveReaders {
  private static final int AT_ONCE = 50;

  /** Not what is told again of the time before the reader came, nor what is there to warm up. */
  private static final Pattern AT =
      Pattern.compile("\"at\":\"([^\"]+)\",\"type\":\"STEP_PROGRESS\"");

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
  private final int port;
  private final WebSocketClient sockets;
  private final HttpClient streams;
  private final List<Object> kept = new ArrayList<>();
  private final Times overSockets = new Times();
  private final Times overStreams = new Times();

  /** How long events took on one way. */
  private static final class Times {
    private int[] micros = new int[1 << 16];
    private int count;

    synchronized void heard(String text) {
      Instant now = Instant.now();
      Matcher at = AT.matcher(text);
      while (at.find()) {
        if (count == micros.length) {
          micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] =
            (int) (Duration.between(Instant.parse(at.group(1)), now).toNanos() / 1000);
      }
    }

    synchronized String told() {
      int[] sorted = Arrays.copyOf(micros, count);
      Arrays.sort(sorted);
      return count == 0
          ? "0 0 0 0"
          : "%d %d %d %d"
              .formatted(count, sorted[count / 2], sorted[(int) (count * 0.99)], sorted[count - 1]);
    }
  }

  private LiveReaders(int port) {
    this.port = port;
    this.sockets =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100_000));
    this.streams =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions())
            .with(new PoolOptions().setHttp1MaxSize(100_000))
            .build();
  }

  /** Arguments: port, id of the job, idle readers, active readers. */
  public static void main(String[] args) throws Exception {
    LiveReaders readers = new LiveReaders(Integer.parseInt(args[0]));
    int idle = Integer.parseInt(args[2]);
    int active = Integer.parseInt(args[3]);
    readers.many(idle, readers::socket).await();
    System.out.println("idle");
    System.in.read();
    readers.many(active / 2, () -> readers.following(args[1])).await();
    readers.many(active - active / 2, () -> readers.stream(args[1])).await();
    System.out.println("ready");
    System.in.read();
    System.out.println(readers.overSockets.told());
    System.out.println(readers.overStreams.told());
    System.exit(0);
  }

  /** One lot after the other: a listening socket has a queue of its own length. */
  private Future<?> many(int left, Supplier<Future<?>> one) {
    if (left <= 0) {
      return Future.succeededFuture();
    }
    List<Future<?>> lot = new ArrayList<>();
    for (int i = 0; i < Math.min(left, AT_ONCE); i++) {
      lot.add(one.get());
    }
    return Future.all(lot).compose(there -> many(left - AT_ONCE, one));
  }

  private Future<?> socket() {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/v1/events")
            .setAllowOriginHeader(false);
    return sockets.connect(options).onSuccess(this::keep);
  }

  private synchronized void keep(Object reader) {
    kept.add(reader);
  }

  private Future<?> following(String job) {
    return socket()
        .map(WebSocket.class::cast)
        .compose(
            socket -> {
              socket.textMessageHandler(overSockets::heard);
              return socket.writeTextMessage("{\"subscribe\":\"" + job + "\"}");
            });
  }

  private Future<?> stream(String job) {
    return streams
        .request(HttpMethod.GET, port, "127.0.0.1", "/v1/videos/" + job + "/events")
        .compose(request -> request.send())
        .map(
            response -> {
              keep(response);
              response.handler((Buffer part) -> overStreams.heard(part.toString()));
              return response;
            });
  }
}
