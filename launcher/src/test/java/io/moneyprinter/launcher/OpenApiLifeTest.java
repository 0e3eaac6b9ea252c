package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole life of a video on a real node, by a client that knows only the node's description of
 * itself: every request fits it before it is sent, and every answer when it has come.
 */
class OpenApiLifeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BRIEF =
      """
      {"title": "Coffee", "review": "scenes", "music": {"mood": "none"},
       "canvas": {"width": 128, "height": 224, "fps": 12},
       "scenes": [{"narration": "Goats found it."}, {"narration": "Monks drank it."}]}
      """;

  @TempDir private Path home;
  private final int port = Ports.free();
  private OpenApiClient client;
  private String id;

  @Test
  void aVideoIsOrderedChangedMadeFetchedLinkedAndDeleted() throws Exception {
    try (Program node =
        Program.start(
            home,
            Map.of(),
            "start",
            "--set",
            "gateway.http.port=" + port,
            "--set",
            "monitoring.port=0")) {
      new VideoApi(port).awaitReady(node);
      client = new OpenApiClient(URI.create("http://127.0.0.1:" + port + "/"), "v1/openapi.json");
      assertThat(client.call("listVoices", Map.of("language", "en"), null).json().path("voices"))
          .isNotEmpty();
      assertThat(client.call("estimateVideo", Map.of(), json(BRIEF)).status()).isEqualTo(200);
      order();
      Await.until(
          "it waits for its owner",
          Duration.ofSeconds(90),
          () -> video().toString().contains("AWAITING"));
      change();
      Await.until(
          "it is made",
          Duration.ofSeconds(120),
          () -> video().path("state").asText().equals("COMPLETED"));
      fetch();
      leave();
    }
  }

  private void order() throws Exception {
    OpenApiClient.Answer ordered =
        client.call("createVideo", Map.of("Idempotency-Key", "life-1"), json(BRIEF));
    id = ordered.json().path("id").asText();
    assertThat(ordered.headers().get("Location")).isEqualTo("/v1/videos/" + id);
    OpenApiClient.Answer again =
        client.call("createVideo", Map.of("Idempotency-Key", "life-1"), json(BRIEF));
    assertThat(again.json().path("id").asText()).isEqualTo(id);
    assertThat(again.headers().get("Idempotency-Replayed")).isEqualTo("true");
  }

  private JsonNode video() {
    try {
      return client.call("getVideo", of("Prefer", "wait=2"), null).json();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void change() throws Exception {
    OpenApiClient.Answer read = client.call("getStoryboard", of(), null);
    assertThat(client.call("hearScene", of("index", "0"), null).body())
        .startsWith('R', 'I', 'F', 'F');
    assertThat(client.call("listVideoCandidates", of(), null).status()).isEqualTo(200);
    ArrayNode scenes = read.json().path("scenes").deepCopy();
    ((ObjectNode) scenes.get(1).path("scene")).put("narration", "Now the world drinks it.");
    ObjectNode change = JSON.createObjectNode();
    change.set("scenes", scenes);
    OpenApiClient.Answer put =
        client.call("putStoryboard", of("If-Match", read.headers().get("ETag")), change);
    assertThat(put.status()).isEqualTo(200);
    OpenApiClient.Answer late =
        client.call("putStoryboard", of("If-Match", read.headers().get("ETag")), change);
    assertThat(late.status()).isEqualTo(412);
    OpenApiClient.Answer render =
        client.call("renderStoryboard", of("If-Match", put.headers().get("ETag")), null);
    assertThat(render.json().path("id").asText()).isEqualTo(id);
  }

  private void fetch() throws Exception {
    assertThat(client.call("listSegments", of(), null).json().path("segments")).isNotEmpty();
    assertThat(client.call("getVideoCosts", of(), null).status()).isEqualTo(200);
    assertThat(client.call("listFiles", of(), null).json().path("files")).isNotEmpty();
    OpenApiClient.Answer part =
        client.call("getFile", of("name", "video.mp4", "Range", "bytes=4-7"), null);
    assertThat(part.status()).isEqualTo(206);
    assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    assertThat(
            new String(
                client.call("getFile", of("name", "captions.srt"), null).body(),
                StandardCharsets.UTF_8))
        .contains("world");
  }

  private void leave() throws Exception {
    assertThat(client.call("deleteFiles", of(), null).json().path("keys")).isNotEmpty();
    OpenApiClient.Answer unknown =
        client.call("getVideo", Map.of("id", "01a20409-87d5-76b2-a688-f2de9ffffd47"), null);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("type").asText()).endsWith("not-found");
  }

  /** Parameters, the video's id among them. */
  private Map<String, String> of(String... values) {
    Map<String, String> all = new HashMap<>(Map.of("id", id));
    for (int i = 0; i < values.length; i += 2) {
      all.put(values[i], values[i + 1]);
    }
    return all;
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
