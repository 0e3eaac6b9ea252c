package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code schedule} against a running node, and batches over its HTTP. */
class ScheduleCommandTest {
  private static final String LOOK = "canvas: {width: 128, height: 224, fps: 12}\n";

  @TempDir private Path home;
  private String url;
  private String management;
  private int exitCode;

  @Test
  void aRunningNodeMakesWhatIsScheduled() throws Exception {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + one.getLocalPort();
      management = "http://127.0.0.1:" + two.getLocalPort();
    }
    String port = "gateway.http.port=" + URI.create(url).getPort();
    String other = "monitoring.port=" + URI.create(management).getPort();
    try (Program node = Program.start(home, Map.of(), "start", "--set", port, "--set", other)) {
      Await.until("the node is ready", Duration.ofSeconds(120), this::ready);
      Path brief = Files.writeString(home.resolve("tea.yaml"), "script: Tea wakes.\n" + LOOK);
      Path rows = Files.writeString(home.resolve("rows.csv"), "script,rate\nOne.,1\nTwo.,9\n");

      // On a busy machine a command may take seconds, and its time has to be to come by then.
      String soon = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(15).toString();
      String made = run("add", brief.toString(), "--at", soon, "--name", "Tea at noon");
      assertThat(exitCode).as(made).isZero();
      assertThat(made).contains("ACTIVE").contains("Tea at noon");
      String id = made.split(" ", 2)[0];
      Await.until(
          "it is ordered",
          Duration.ofSeconds(60),
          () -> run("show", id).contains("ORDERED   /v1/videos/"));
      assertThat(run("list")).contains(id).contains("FINISHED");

      assertThat(run("next", "0 9 * * MON", "--zone", "UTC", "--count", "2").lines())
          .hasSize(2)
          .allSatisfy(time -> assertThat(time).endsWith("T09:00:00Z"));
      assertThat(run("add", rows.toString(), "--cron", "0 9 * * *")).contains("Row 2 (line 3)");
      assertThat(exitCode).isEqualTo(65);
      Files.writeString(rows, "script\nOne.\nTwo.\n");
      String daily = run("add", rows.toString(), "--cron", "0 9 * * *").split(" ", 2)[0];
      assertThat(run("pause", daily)).contains("PAUSED");
      assertThat(run("resume", daily)).contains("ACTIVE").contains("A batch of 2");
      run("delete", daily);
      assertThat(run("list")).doesNotContain(daily);
      assertThat(run("show", daily)).contains("There is no schedule");
      assertThat(exitCode).isEqualTo(66);

      variantsShareWhatIsEqual();
      node.terminate();
      assertThat(node.exitCode(60)).as(node.output()).isZero();
    }
  }

  /** Captions are in the picture, so it is drawn anew; what is spoken is not spoken again. */
  private void variantsShareWhatIsEqual() throws Exception {
    HttpResponse<String> batch =
        send(
            "POST",
            "/v1/batches",
            "application/json",
            """
            {"base": {"canvas": {"width": 128, "height": 224, "fps": 12}},
             "variants": {"captions.size": [6, 8]}, "rows": [{"script": "Ice remembers."}]}
            """);
    assertThat(batch.statusCode()).as(batch.body()).isEqualTo(202);
    String path = batch.headers().firstValue("Location").orElseThrow();
    Await.until(
        "both are made", Duration.ofSeconds(120), () -> body(path).contains("\"FINISHED\""));
    assertThat(body(path)).contains("\"done\":2");
    HttpResponse<String> metrics =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(management + "/metrics")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(metrics.body())
        .containsPattern("tts_requests_total\\{[^}]*outcome=\"cached\"[^}]*} [1-9]");
  }

  private String run(String... words) {
    List<String> all = new ArrayList<>(List.of("schedule"));
    all.addAll(List.of(words));
    CommandRun run = CommandRun.at(url, all);
    exitCode = run.exitCode();
    return run.said();
  }

  private boolean ready() {
    try {
      return send("GET", "/health/ready", "application/json", "").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String body(String path) {
    try {
      return send("GET", path, "application/json", "").body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
