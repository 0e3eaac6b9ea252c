package io.moneyprinter.launcher;

import io.moneyprinter.testsupport.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Follows a video by server-sent events as a browser does: it comes back with {@code Last-Event-ID}
 * whenever the connection breaks, until it is told that nothing is left (204).
 */
final class EventFollower implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HttpClient http = HttpClient.newHttpClient();
  private final VideoApi api;
  private final String path;
  private final List<Long> ids = new CopyOnWriteArrayList<>();
  private final List<String> types = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile int connections;
  private volatile boolean ended;

  EventFollower(VideoApi api, String video) {
    this.api = api;
    this.path = "/v1/videos/" + video + "/events";
    thread = new Thread(this::follow, "event-follower");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow() {
    try {
      while (!ended) {
        try {
          ended = connect();
        } catch (IOException broken) {
          Thread.sleep(PAUSE.toMillis());
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean connect() throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(path));
    if (!ids.isEmpty()) {
      request.header("Last-Event-ID", Long.toString(ids.get(ids.size() - 1)));
    }
    HttpResponse<InputStream> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (Scanner lines = new Scanner(answer.body(), StandardCharsets.UTF_8)) {
      if (answer.statusCode() == 204) {
        return true;
      }
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      connections++;
      while (lines.hasNextLine()) {
        String line = lines.nextLine();
        if (line.startsWith("id: ")) {
          ids.add(Long.valueOf(line.substring(4)));
        } else if (line.startsWith("event: ")) {
          types.add(line.substring(7));
        }
      }
      return false;
    }
  }

  /** Numbers of the events in the order they came. */
  List<Long> ids() {
    return ids;
  }

  /** Types of the events in the order they came. */
  List<String> types() {
    return types;
  }

  /** How often it was connected. */
  int connections() {
    return connections;
  }

  void awaitEnd() {
    Await.until("all events were told", Duration.ofSeconds(60), () -> ended);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
