package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.testsupport.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make} as a user runs it: a process of its own, a bare folder, nothing installed. */
class MakeTest {
  private static final String BRIEF =
      """
      title: Tea in three steps
      scenes:
        - {narration: "Warm the pot before the leaves go in.", terms: [teapot]}
        - {narration: "Pour water that has just stopped boiling.", terms: [water]}
        - {narration: "Wait three minutes, then enjoy.", terms: [clock]}
      canvas: {width: 270, height: 480, fps: 15}
      """;

  /** A price list of the operator's own. */
  private static final String PRICES =
      """
      version: tea
      providers:
        local: {bytes: {usd: 1, per: 1000000}}
      """;

  @TempDir private Path home;

  private ServerSocket broker;

  /** Where a broker would be: nothing that runs for itself may call there. */
  @BeforeEach
  void listen() throws IOException {
    broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void nobodyCalledABroker() throws IOException {
    try (ServerSocket nobody = broker) {
      nobody.setSoTimeout(1);
      assertThatThrownBy(nobody::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aVideoThatWasCutShortGoesOnAndIsNotMadeTwice() throws Exception {
    Files.writeString(home.resolve("tea.yaml"), BRIEF);
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/prices.yaml"), PRICES);

    try (Program first = make()) {
      Await.until(
          "some steps are done, not all",
          Duration.ofSeconds(120),
          () -> first.output().contains("✓ plan") || !first.running());
      first.kill();
      assertThat(first.output()).contains("Making tea.yaml").contains("✓ speech");
    }

    try (Program second = make()) {
      assertThat(second.exitCode(180)).as(second.output()).isZero();
      assertThat(second.output()).contains("Resuming tea.yaml").doesNotContain("✓ speech");
      assertThat(second.output()).containsPattern("\\d+ segments?: \\d+ rendered, \\d+ reused");
      assertThat(second.output()).containsPattern("Cost: [0-9.]+ USD \\([0-9.]+ USD was estimated");
    }
    assertFinished();

    long begun = System.nanoTime();
    try (Program third = make()) {
      assertThat(third.exitCode(60)).as(third.output()).isZero();
      assertThat(third.output()).contains("Made before");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    captionsOfAnotherLanguageAreAdded();
    whatWasMadeIsVerified();
  }

  private void whatWasMadeIsVerified() throws Exception {
    String folder = "out/tea-in-three-steps";
    try (Program verify = Program.start(home, Map.of(), "verify", folder)) {
      assertThat(verify.exitCode(120)).as(verify.output()).isZero();
      assertThat(verify.output()).contains("✓ video.mp4").contains("the same bytes");
    }
    Path receipt = home.resolve(folder).resolve("receipt.json");
    JsonNode first = RecordJson.wire().readTree(receipt.toFile()).get("segments").get(0);
    String key = first.get("output").get("key").asText();
    Files.writeString(receipt, Files.readString(receipt).replace(key, "0".repeat(64)));
    Files.writeString(home.resolve(folder).resolve("poster.jpg"), "none");
    try (Program verify =
        Program.start(home, Map.of(), "verify", folder + "/receipt.json", "--segment", "0")) {
      assertThat(verify.exitCode(120)).as(verify.output()).isEqualTo(65);
      assertThat(verify.output()).contains("✗ poster.jpg").contains(key).contains("✓ video.mp4");
    }
    try (Program verify = Program.start(home, Map.of(), "verify", "nowhere")) {
      assertThat(verify.exitCode(60)).as(verify.output()).isEqualTo(66);
    }
  }

  private void captionsOfAnotherLanguageAreAdded() throws Exception {
    Files.writeString(home.resolve("de.srt"), "1\n00:00:00,100 --> 00:00:02,000\nTee.\n\n");
    String video = "out/tea-in-three-steps/video.mp4";
    try (Program adding =
        Program.start(
            home, Map.of(), "add-captions", video, "--language", "de", "--file", "de.srt")) {
      assertThat(adding.exitCode(60)).as(adding.output()).isZero();
      assertThat(adding.output()).contains("video.de.mp4 has captions in: deu");
    }
    assertThat(Files.size(home.resolve("out/tea-in-three-steps/video.de.mp4")))
        .isGreaterThan(Files.size(home.resolve(video)));
  }

  private void assertFinished() throws IOException {
    Path result = home.resolve("out/tea-in-three-steps");
    assertThat(result.resolve("video.mp4")).exists();
    assertThat(result.resolve("poster.jpg")).exists();
    assertThat(result.resolve("captions.vtt")).content().startsWith("WEBVTT");
    assertThat(result.resolve("captions.srt")).content().contains("Warm the pot");
    JsonNode manifest = RecordJson.wire().readTree(result.resolve("manifest.json").toFile());
    assertThat(manifest.findValuesAsText("narration")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(manifest.findValue("seed")).isNotNull();
    try (var leftovers = Files.list(result)) {
      assertThat(leftovers.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "video.mp4",
              "poster.jpg",
              "captions.vtt",
              "captions.srt",
              "captions.ass",
              "manifest.json",
              "receipt.json",
              "licenses.json",
              "credits.txt",
              "metadata.json");
    }
  }

  private Program make() {
    String uri = "amqp://guest:guest@127.0.0.1:" + broker.getLocalPort();
    return Program.start(home, Map.of("MONEYPRINTER_QUEUE_RABBITMQ_URI", uri), "make", "tea.yaml");
  }
}
