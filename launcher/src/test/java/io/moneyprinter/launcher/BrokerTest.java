package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import io.moneyprinter.testsupport.TestRabbit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final String prefix = "launcher-test";
  private final int port = Ports.free();
  private final VideoApi api = new VideoApi(port);
  private TestRabbit rabbit;

  @Test
  void aVideoIsMadeThoughTheBrokerIsKilledMeanwhile() throws Exception {
    declareListener();
    try (Program node = node()) {
      api.awaitReady(node);
      String id = api.create(BRIEF);
      Await.until("work has begun", Duration.ofSeconds(60), () -> !api.state(id).equals("QUEUED"));

      rabbit.kill();
      rabbit.start();

      assertThat(api.awaitEnd(id, Duration.ofSeconds(180)))
          .as(node.output())
          .isEqualTo("COMPLETED");
      assertThat(api.get("/health").body()).contains("\"platform.queue\":\"ok\"");
      assertThat(api.get("/v1/admin/dead-letters").body()).isEqualTo("{\"deadLetters\":[]}");
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

  private static JsonNode read(byte[] json) {
    try {
      return RecordJson.wire().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
