package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.testsupport.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.StreamSupport;

/** The public API of one node, as a client on this machine uses it. */
public final class VideoApi {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Every look is work for several processes. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  public VideoApi(int port) {
    this.port = port;
  }

  /** Waits until the node takes traffic. */
  public void awaitReady(Program node) {
    Await.until(
        "the gateway is ready",
        Duration.ofSeconds(120),
        () -> {
          assertThat(node.running()).as(node.output()).isTrue();
          return ready();
        });
  }

  private boolean ready() {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Orders a video and gives its id. */
  public String create(String brief) {
    HttpResponse<String> answer = send("POST", "/v1/videos", brief);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json(answer).get("id").asText();
  }

  /** Gives a command to a video. */
  public JsonNode command(String id, String command) {
    return json(send("POST", "/v1/videos/" + id + "/" + command, "{}"));
  }

  /** The video as it stands; a missing node where nobody answers for it at present. */
  public JsonNode video(String id) {
    try {
      HttpResponse<String> answer = get("/v1/videos/" + id);
      return answer.statusCode() == 200 ? json(answer) : MissingNode.getInstance();
    } catch (UncheckedIOException away) {
      return MissingNode.getInstance();
    }
  }

  public String state(String id) {
    return video(id).path("state").asText();
  }

  public JsonNode step(String id, String name) {
    return StreamSupport.stream(video(id).path("steps").spliterator(), false)
        .filter(step -> step.path("name").asText().equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** How the segments of a video stand. */
  public JsonNode segments(String id) {
    return json(get("/v1/videos/" + id + "/segments"));
  }

  public String stepState(String id, String name) {
    return step(id, name).path("state").asText();
  }

  /** Waits for the end of a video and gives the state it ended in. */
  public String awaitEnd(String id, Duration limit) {
    Await.until(
        "the video is at its end", limit, LOOK, () -> state(id).matches("COMPLETED|FAILED"));
    return state(id);
  }

  /** SHA-256 of the finished video, as hex. */
  public String videoHash(String id) {
    HttpResponse<byte[]> file =
        answer(
            request("/v1/videos/" + id + "/files/video.mp4").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(file.statusCode()).isEqualTo(200);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.body()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return answer(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(ANSWER);
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return RecordJson.wire().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
