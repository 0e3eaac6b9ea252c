package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.engines.EmbeddedPostgres;
import io.moneyprinter.engines.EmbeddedPostgresOptions;
import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.testsupport.Await;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, over TLS, make one video; the one that does the work goes in the middle. */
class NodeDeathTest {
  private static final String BRIEF =
      """
      {"title": "Rivers",
       "scenes": [{"narration": "A river begins as rain that found a way downhill."},
                  {"narration": "It gathers every stream it meets."},
                  {"narration": "At last it gives everything to the sea."}],
       "canvas": {"width": 540, "height": 960, "fps": 30}}
      """;

  @TempDir private Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedPostgres postgres;
  private EmbeddedRedis redis;
  private int httpPort;
  private int firstMember;
  private int secondMember;
  private int managementPort;

  /** How the node that works on the job goes. */
  private interface Leaving {
    void leave(Program worker) throws Exception;
  }

  @BeforeEach
  void startServers() throws IOException {
    Path cache = home.resolve("engines-cache");
    postgres =
        EmbeddedPostgres.start(
            EmbeddedPostgresOptions.in(home.resolve("postgres"), cache).forgetful());
    redis = EmbeddedRedis.start(EmbeddedRedisOptions.in(home.resolve("redis"), cache));
    httpPort = freePort();
    firstMember = freePort();
    secondMember = freePort();
    managementPort = freePort();
    String certificates = home.resolve("certificates").toString();
    assertThat(
            Main.commandLine()
                .execute("certificates", "--out", certificates, "--hosts", "127.0.0.1"))
        .isZero();
  }

  @AfterEach
  void stopServers() {
    redis.close();
    postgres.close();
  }

  @Test
  void aJobOutlivesTheNodeThatWorkedOnIt() throws Exception {
    outlives(Program::kill);
  }

  @Test
  void aNodeThatLeavesPolitelyHandsItsWorkOver() throws Exception {
    outlives(
        worker -> {
          try (Program drain =
              Program.start(
                  home, Map.of(), "drain", "--url", "http://127.0.0.1:" + managementPort)) {
            assertThat(drain.exitCode(90)).as(drain.output()).isZero();
          }
          assertThat(managed("/health/ready")).isEqualTo(503);
          worker.terminate();
          assertThat(worker.exitCode(60)).as(worker.output()).isZero();
        });
  }

  private void outlives(Leaving leaving) throws Exception {
    try (Program front =
            node(firstMember, "gateway,users,orchestration,notification,analytics,config");
        Program worker = worker()) {
      awaitReady(front);
      String id = create();
      Await.until(
          "segments are being rendered",
          Duration.ofSeconds(120),
          () -> stepState(id, "segments").equals("RUNNING"));

      leaving.leave(worker);
      try (Program again = worker()) {
        Await.until(
            "the same job is completed",
            Duration.ofSeconds(240),
            () -> state(id).matches("COMPLETED|FAILED"));
        assertThat(state(id)).as(again.output()).isEqualTo("COMPLETED");
      }

      assertThat(get("/v1/videos/" + id + "/files/video.mp4").statusCode()).isEqualTo(200);
      front.terminate();
      assertThat(front.exitCode(60)).as(front.output()).isZero();
    }
  }

  private int managed(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private Program worker() {
    return node(secondMember, "content,speech,video,materials,storage,monitoring");
  }

  private Program node(int member, String roles) {
    return Program.start(
        home,
        Map.of(
            "MONEYPRINTER_DATABASE_PASSWORD",
            postgres.password(),
            "MONEYPRINTER_REDIS_URI",
            redis.uri()),
        "start",
        "--roles",
        roles,
        "--set",
        "database.mode=external",
        "--set",
        "database.host=" + postgres.host(),
        "--set",
        "database.port=" + postgres.port(),
        "--set",
        "database.user=" + postgres.user(),
        "--set",
        "redis.mode=external",
        "--set",
        "gateway.http.port=" + httpPort,
        "--set",
        "cluster.enabled=true",
        "--set",
        "cluster.port=" + member,
        "--set",
        "monitoring.port=" + managementPort,
        "--set",
        "workers.drain=200ms",
        "--set",
        "cluster.tls.certificate=certificates/127.0.0.1/node.pem",
        "--set",
        "cluster.tls.key=certificates/127.0.0.1/node-key.pem",
        "--set",
        "cluster.tls.authority=certificates/127.0.0.1/authority.pem",
        "--set",
        "cluster.members=127.0.0.1:" + firstMember + ",127.0.0.1:" + secondMember);
  }

  private void awaitReady(Program front) {
    Await.until(
        "the gateway is ready",
        Duration.ofSeconds(90),
        () -> {
          assertThat(front.running()).as(front.output()).isTrue();
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

  private String create() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(uri("/v1/videos"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BRIEF))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return RecordJson.wire().readTree(answer.body()).get("id").asText();
  }

  private String state(String id) {
    return job(id).path("state").asText();
  }

  private String stepState(String id, String step) {
    for (JsonNode node : job(id).path("steps")) {
      if (node.path("name").asText().equals(step)) {
        return node.path("state").asText();
      }
    }
    return "";
  }

  private JsonNode job(String id) {
    try {
      return RecordJson.wire().readTree(get("/v1/videos/" + id).body());
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
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
