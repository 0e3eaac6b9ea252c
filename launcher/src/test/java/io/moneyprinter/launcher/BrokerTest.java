package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestRabbit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with a real broker, which is killed while a video is being made. */
class BrokerTest {
  private static final String BRIEF =
      """
      {"title": "Salt",
       "scenes": [{"narration": "Salt comes from the sea."},
                  {"narration": "Or from the mountain."}],
       "canvas": {"width": 128, "height": 224, "fps": 12}}
      """;

  @RegisterExtension final BeforeEachCallback broker = test -> rabbit = TestRabbit.of(test);

  @TempDir private Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String prefix = "launcher-test";
  private TestRabbit rabbit;
  private int port;

  @BeforeEach
  void choosePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @Test
  void aVideoIsMadeThoughTheBrokerIsKilledMeanwhile() throws Exception {
    declareListener();
    try (Program node = node()) {
      Await.until("ready", Duration.ofSeconds(90), () -> ready(node));
      String id = create();
      Await.until(
          "work has begun",
          Duration.ofSeconds(60),
          () -> !job(id).at("/state").asText().equals("QUEUED"));

      rabbit.kill();
      rabbit.start();

      Await.until(
          "the video is done",
          Duration.ofSeconds(180),
          () -> job(id).at("/state").asText().matches("COMPLETED|FAILED"));
      assertThat(job(id).at("/state").asText()).as(node.output()).isEqualTo("COMPLETED");
      assertThat(get("/health").body()).contains("\"platform.queue\":\"ok\"");
      assertThat(get("/v1/admin/dead-letters").body()).isEqualTo("{\"deadLetters\":[]}");
      assertEverythingWasTold(id);
      node.terminate();
      assertThat(node.exitCode(60)).as(node.output()).isZero();
    }
  }

  private void declareListener() throws Exception {
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      channel.exchangeDeclare("video.events", "topic", true);
      channel.queueDeclare(prefix + ".listener", true, false, false, Map.of());
      channel.queueBind(prefix + ".listener", "video.events", "video.#");
    }
  }

  /** At least once each, from the first to the last, whatever the broker went through. */
  private void assertEverythingWasTold(String id) throws Exception {
    List<Long> told = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      Await.until(
          "the end is told",
          Duration.ofSeconds(30),
          () -> {
            for (GetResponse next = next(channel); next != null; next = next(channel)) {
              JsonNode event = read(next.getBody());
              if (event.get("jobId").asText().equals(id)) {
                told.add(event.get("sequence").asLong());
                keys.add(next.getEnvelope().getRoutingKey());
              }
            }
            return keys.contains("video.completed");
          });
    }
    long last = told.stream().mapToLong(Long::longValue).max().orElseThrow();
    for (long sequence = 1; sequence <= last; sequence++) {
      assertThat(told).contains(sequence);
    }
    assertThat(keys).contains("video.created", "video.started", "video.step.done");
  }

  private GetResponse next(Channel channel) {
    try {
      return channel.basicGet(prefix + ".listener", true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect() throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(rabbit.uri());
    return factory.newConnection();
  }

  private Program node() {
    return Program.start(
        home,
        Map.of("MONEYPRINTER_QUEUE_RABBITMQ_URI", rabbit.uri()),
        "start",
        "--set",
        "queue.mode=rabbitmq",
        "--set",
        "queue.rabbitmq.prefix=" + prefix,
        "--set",
        "monitoring.port=0",
        "--set",
        "gateway.http.port=" + port);
  }

  private boolean ready(Program node) {
    assertThat(node.running()).as(node.output()).isTrue();
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private String create() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(uri("/v1/videos"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BRIEF))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return read(answer.body().getBytes()).get("id").asText();
  }

  private JsonNode job(String id) {
    return read(get("/v1/videos/" + id).body().getBytes());
  }

  private static JsonNode read(byte[] json) {
    try {
      return RecordJson.wire().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
