package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
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
  private final int port = Ports.free();
  private final VideoApi api = new VideoApi(port);

  @Test
  void theEncoderIsGoneWithinTwoSeconds() throws Exception {
    try (Program node =
        Program.start(home, Map.of(), "start", "--set", "gateway.http.port=" + port)) {
      api.awaitReady(node);
      String id = api.create(BRIEF);
      Await.until(
          "a segment is being encoded",
          Duration.ofSeconds(120),
          () -> api.stepState(id, "segments").equals("RUNNING") && node.encoders() > 0);

      long before = System.nanoTime();
      JsonNode cancelled = api.command(id, "cancel");
      Await.until("the encoder is gone", Duration.ofSeconds(20), () -> node.encoders() == 0);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
      assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
      assertThat(node.running()).isTrue();
      node.terminate();
      assertThat(node.exitCode(60)).as(node.output()).isZero();
    }
  }
}
