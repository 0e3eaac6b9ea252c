package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.testsupport.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole node is told to call off a video that it is encoding. */
class CancelTest {
  private static final String BRIEF =
      """
      {"scenes": [{"narration": "%s"}], "canvas": {"width": 1080, "height": 1920, "fps": 60}}
      """
          .formatted("A river begins as rain that found a way downhill. ".repeat(2).strip());

  @TempDir private Path home;
  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  @Test
  void theEncoderIsGoneWithinTwoSeconds() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (Program node =
        Program.start(home, Map.of(), "start", "--set", "gateway.http.port=" + port)) {
      Await.until("the node is ready", Duration.ofSeconds(120), this::ready);
      String id = call("POST", "/v1/videos", BRIEF).path("id").asText();
      Await.until(
          "a segment is being encoded",
          Duration.ofSeconds(120),
          () -> segments(id).equals("RUNNING") && node.encoders() > 0);

      long before = System.nanoTime();
      JsonNode cancelled = call("POST", "/v1/videos/" + id + "/cancel", "{}");
      Await.until("the encoder is gone", Duration.ofSeconds(20), () -> node.encoders() == 0);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
      assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
      assertThat(node.running()).isTrue();
      node.terminate();
      assertThat(node.exitCode(60)).as(node.output()).isZero();
    }
  }

  private boolean ready() {
    try {
      return send("GET", "/health/ready", "").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String segments(String id) {
    for (JsonNode step : video(id).path("steps")) {
      if (step.path("name").asText().equals("segments")) {
        return step.path("state").asText();
      }
    }
    return "";
  }

  private JsonNode video(String id) {
    try {
      return call("GET", "/v1/videos/" + id, "");
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private JsonNode call(String method, String path, String body)
      throws IOException, InterruptedException {
    return RecordJson.wire().readTree(send(method, path, body).body());
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
