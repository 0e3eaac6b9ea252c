package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes, over TLS and without a shared disk, make one video; the one that does the work goes in
 * the middle.
 */
class NodeDeathTest {
  private static final String BRIEF =
      """
      {"title": "Rivers", "seed": %d,
       "scenes": [{"narration": "A river begins as rain that found a way downhill."},
                  {"narration": "It gathers every stream it meets."},
                  {"narration": "At last it gives everything to the sea."}],
       "canvas": {"width": %d, "height": 800, "fps": 30}}
      """;

  private static final Set<String> GONE = Set.of("LOST", "LEFT");
  private static final Duration SECONDS = Duration.ofSeconds(10);

  @TempDir private static Path home;

  private static final int HTTP = Ports.free();
  private static final int MANAGEMENT = Ports.free();
  private static final VideoApi API = new VideoApi(HTTP);
  private static Servers servers;
  private static Nodes nodes;
  private static Program front;
  private static Program worker;

  /** How the node that works on the job goes. */
  private interface Leaving {
    void leave(Program worker) throws Exception;
  }

  @BeforeAll
  static void startNodes() {
    servers = Servers.start(home);
    String certificates = home.resolve("certificates").toString();
    assertThat(
            Main.commandLine()
                .execute("certificates", "--out", certificates, "--hosts", "127.0.0.1"))
        .isZero();
    nodes =
        new Nodes(home, servers, "front", "worker")
            .with(
                "cluster.tls.certificate=certificates/127.0.0.1/node.pem",
                "cluster.tls.key=certificates/127.0.0.1/node-key.pem",
                "cluster.tls.authority=certificates/127.0.0.1/authority.pem");
    front =
        nodes.start(
            "front",
            "gateway,users,orchestration,notification,analytics,config,monitoring",
            "gateway.http.port=" + HTTP,
            "data=data-front");
    startWorker();
    API.awaitReady(front);
  }

  @AfterAll
  static void stopNodes() throws InterruptedException {
    front.terminate();
    try {
      assertThat(front.exitCode(60)).as(front.output()).isZero();
    } finally {
      closeAll();
    }
  }

  private static void closeAll() {
    nodes.close();
    servers.close();
  }

  @Test
  void aJobOutlivesTheNodeThatWorkedOnIt() throws Exception {
    outlives(400, Program::kill);
  }

  @Test
  void aNodeThatLeavesPolitelyHandsItsWorkOver() throws Exception {
    // Of another size, so that nothing of the other video is good for it.
    outlives(
        448,
        worker -> {
          try (Program drain =
              Program.start(home, Map.of(), "drain", "--url", "http://127.0.0.1:" + MANAGEMENT)) {
            assertThat(drain.exitCode(90)).as(drain.output()).isZero();
          }
          assertThat(managed("/health/ready")).isEqualTo(503);
          worker.terminate();
          assertThat(worker.exitCode(60)).as(worker.output()).isZero();
        });
  }

  private void outlives(int width, Leaving leaving) throws Exception {
    String id = API.create(BRIEF.formatted(width, width));
    Await.until(
        "segments are being rendered",
        Duration.ofSeconds(120),
        () -> API.stepState(id, "segments").equals("RUNNING"));

    String busy = operatorsSeeWhoWorks();

    leaving.leave(worker);
    awaitState("is gone", busy, GONE);
    startWorker();

    assertThat(API.awaitEnd(id, Duration.ofSeconds(240))).as(nodes.output()).isEqualTo("COMPLETED");
    assertThat(API.get("/v1/videos/" + id + "/files/video.mp4").statusCode()).isEqualTo(200);
  }

  /** The node that holds leases; it talks to the one that orchestrates. */
  private String operatorsSeeWhoWorks() {
    Await.until(
        "both nodes and the messages between them are seen",
        SECONDS,
        () -> {
          JsonObject cluster = cluster();
          return nodes(cluster).filter(NodeDeathTest::here).count() == 2
              && workers(cluster).size() == 1
              && edges(cluster)
                  .anyMatch(
                      edge ->
                          edge.getString("from").equals(workers(cluster).get(0))
                              && !edge.getString("to").equals(edge.getString("from"))
                              && edge.getString("toService").equals("orchestration"));
        });
    return workers(cluster()).get(0);
  }

  private void awaitState(String what, String node, Set<String> states) {
    Await.until(
        "the node " + what,
        SECONDS,
        () ->
            nodes(cluster())
                .filter(each -> each.getString("id").equals(node))
                .allMatch(each -> states.contains(each.getString("state"))));
  }

  private JsonObject cluster() {
    return new JsonObject(API.get("/v1/admin/cluster").body());
  }

  private static Stream<JsonObject> nodes(JsonObject cluster) {
    return cluster.getJsonArray("nodes").stream().map(JsonObject.class::cast);
  }

  /** Those of the former test are shown for a while. */
  private static boolean here(JsonObject node) {
    return !GONE.contains(node.getString("state"));
  }

  private static Stream<JsonObject> edges(JsonObject cluster) {
    return cluster.getJsonArray("edges").stream().map(JsonObject.class::cast);
  }

  private static List<String> workers(JsonObject cluster) {
    return nodes(cluster)
        .filter(NodeDeathTest::here)
        .filter(node -> node.getInteger("leases", 0) > 0)
        .map(node -> node.getString("id"))
        .toList();
  }

  private int managed(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + MANAGEMENT + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static void startWorker() {
    worker =
        nodes.start(
            "worker",
            "content,speech,video,materials,storage,monitoring",
            "monitoring.port=" + MANAGEMENT);
    worker.awaitNode();
  }
}
