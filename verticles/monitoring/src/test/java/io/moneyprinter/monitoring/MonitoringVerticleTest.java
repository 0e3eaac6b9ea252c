package io.moneyprinter.monitoring;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.monitoring.telemetry.Telemetry;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.testsupport.NodeCopy;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MonitoringVerticleTest {
  private static final MonitoringConfig ANY_PORT = onPort(0);

  @RegisterExtension final TestNode test = TestNode.plain();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Drain drain = new Drain(Duration.ofSeconds(20));
  private int port;

  @Test
  void aHealthyNodeSaysSoInTheFormOfTheContract() {
    start(test.node().meters());
    test.node().health().register("storage", "database", Future::succeededFuture);

    HttpResponse<String> answer = get("/health");
    JsonObject health = new JsonObject(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(health.fieldNames())
        .containsExactlyInAnyOrder("status", "timestamp", "checks", "version");
    assertThat(health.getString("status")).isEqualTo("healthy");
    assertThat(health.getJsonObject("checks").getString("storage.database")).isEqualTo("ok");
    assertThat(Duration.between(Instant.parse(health.getString("timestamp")), Instant.now()))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void oneFailedCheckDegradesTheNodeAndItsServiceButNotAnother() {
    start(test.node().meters());
    test.node().health().register("storage", "space", () -> Future.failedFuture("disk full"));
    test.node().health().register("speech", "voice", Future::succeededFuture);

    JsonObject node = new JsonObject(get("/health").body());

    assertThat(node.getString("status")).isEqualTo("degraded");
    assertThat(node.getJsonObject("checks").getString("storage.space")).isEqualTo("disk full");
    assertThat(statusOf("storage")).isEqualTo("degraded");
    assertThat(statusOf("speech")).isEqualTo("healthy");
  }

  @Test
  void aServiceThatDoesNotRunHereIsNotFound() {
    start(test.node().meters());

    HttpResponse<String> answer = get("/health/video");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("detail")).contains("video");
  }

  @Test
  void theNodeIsAliveFromTheBeginningAndReadyWhenItTakesTraffic() {
    start(test.node().meters());

    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"alive\"}");
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);

    test.node().health().ready(true);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");

    test.node().health().ready(false);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void aNodeThatIsDrainedStopsItsWorkersAndIsReadyNoMore() {
    start(test.node().meters());
    Promise<Void> worker = Promise.promise();
    drain.add(patience -> worker.future());
    assertThat(drain("application/json").statusCode()).as("while it starts").isEqualTo(409);
    test.node().health().ready(true);
    assertThat(get("/drain").body()).contains("\"status\":\"serving\"");

    assertThat(drain("text/plain").statusCode()).as("as another site's page could").isEqualTo(400);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);

    assertThat(drain("application/json").body()).contains("\"status\":\"draining\"");
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);

    worker.complete();
    assertThat(get("/drain").body()).contains("\"status\":\"drained\"");
    assertThat(drain("application/json").body()).contains("\"status\":\"drained\"");
  }

  @Test
  void metersAreShownAsPrometheusText() {
    try (Telemetry telemetry = Telemetry.open(ANY_PORT, test.node().info())) {
      start(telemetry.meters());
      telemetry.meters().counter("moneyprinter.test.calls").increment(3);

      HttpResponse<String> answer = get("/metrics");

      assertThat(answer.headers().firstValue("content-type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      assertThat(answer.body())
          .contains("moneyprinter_test_calls_total 3.0")
          .contains("# TYPE jvm_memory_used_bytes gauge");
    }
  }

  @Test
  void aNodeThatDoesNotKeepMetersForPrometheusSaysSo() {
    start(test.node().meters());

    assertThat(get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsSaidWithTheSettingThatMendsIt() {
    start(test.node().meters());

    ServiceFailure taken =
        failure(test.vertx().deployVerticle(new MonitoringVerticle(onPort(port), test.node())));

    assertThat(taken.code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(taken.getMessage()).contains("127.0.0.1:" + port, "monitoring.port");
  }

  @Test
  void aServiceAloneHasThePortOfTheSpecification() {
    MonitoringConfig unset =
        new MonitoringConfig(
            "127.0.0.1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);

    assertThat(unset.portWith(Set.of("speech", "storage", "monitoring"))).isEqualTo(8003);
    assertThat(unset.portWith(Set.of("config"))).isEqualTo(8009);
    assertThat(unset.portWith(Set.of("gateway", "storage", "monitoring"))).isEqualTo(8090);
    assertThat(unset.portWith(Set.of("users", "config"))).isEqualTo(8090);
    assertThat(onPort(0).portWith(Set.of("speech"))).isZero();
  }

  private static MonitoringConfig onPort(int port) {
    return new MonitoringConfig(
        "127.0.0.1", Optional.of(port), Optional.empty(), Optional.empty(), Optional.empty(), 1);
  }

  private void start(MeterRegistry meters) {
    MonitoringVerticle verticle = new MonitoringVerticle(ANY_PORT, node(meters));
    answer(test.vertx().deployVerticle(verticle));
    port = verticle.port();
  }

  private Node node(MeterRegistry meters) {
    Node node = test.node();
    return NodeCopy.of(node)
        .with(
            new NodeInfo(
                "node-1", "1.2.3", "development", Set.of("storage", "speech"), Instant.now()))
        .with(meters)
        .with(drain)
        .made();
  }

  private HttpResponse<String> drain(String type) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/drain"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build());
  }

  private String statusOf(String service) {
    return new JsonObject(get("/health/" + service).body()).getString("status");
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
