package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.monitoring.ClusterView;
import io.moneyprinter.codecs.monitoring.DrainProgress;
import io.moneyprinter.codecs.monitoring.MessageFlow;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.NodeHealth;
import io.moneyprinter.codecs.monitoring.NodeState;
import io.moneyprinter.codecs.monitoring.RoleInstances;
import io.moneyprinter.codecs.orchestration.ExplorerMessages;
import io.moneyprinter.codecs.orchestration.WorkView;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClusterRoutesTest {
  private static final String HERE = UUID.randomUUID().toString();
  private static final String GONE = UUID.randomUUID().toString();

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;

  private void start(AuthMode mode) {
    EventBus bus = test.vertx().eventBus();
    answer(
        MonitoringMessages.SHOW_CLUSTER
            .serve(
                bus,
                wish ->
                    Future.succeededFuture(
                        new ClusterView(
                            Instant.now(),
                            List.of(
                                beat(HERE, NodeState.SERVING, GONE),
                                beat(GONE, NodeState.LOST, null)))))
            .completion());
    MonitoringMessages.drain(HERE)
        .serve(bus, wish -> Future.succeededFuture(new DrainProgress("draining", 20)));
    MonitoringMessages.instances(HERE)
        .serve(
            bus, wish -> Future.succeededFuture(new RoleInstances(wish.role(), wish.instances())));
    gateway = RunningGateway.start(test.node(), mode);
  }

  private static NodeBeat beat(String id, NodeState state, String sender) {
    return new NodeBeat(
        id,
        "node " + id,
        null,
        "1",
        null,
        "test",
        Instant.now(),
        Instant.now(),
        state,
        List.of(new RoleInstances("video", 2)),
        null,
        new NodeHealth("healthy", Map.of()),
        sender == null ? List.of() : List.of(new MessageFlow(sender, "video", "content", 2.345)),
        List.of(),
        null);
  }

  @Test
  void theMapIsShownEvenWithoutAnOrchestrationAndTheWorkWithOne() {
    start(AuthMode.LOCAL);

    JsonObject without = gateway.get("/v1/admin/cluster").bodyAsJsonObject();
    assertThat(without.getJsonArray("nodes")).hasSize(2);
    assertThat(without.containsKey("queues")).isFalse();
    assertThat(without.getJsonArray("edges").getJsonObject(0).getMap())
        .containsEntry("from", GONE)
        .containsEntry("fromService", "video")
        .containsEntry("to", HERE)
        .containsEntry("perSecond", 2.35);

    answer(
        ExplorerMessages.SHOW_WORK
            .serve(
                test.vertx().eventBus(),
                wish ->
                    Future.succeededFuture(
                        new WorkView(
                            List.of(new WorkView.Queue("video.encode", 3, 1, 0)),
                            List.of(
                                new WorkView.Lease(
                                    HERE,
                                    "job",
                                    "acme",
                                    "segments",
                                    4,
                                    "video.x",
                                    1,
                                    .5,
                                    7,
                                    Instant.now(),
                                    Instant.now())))))
            .completion());
    JsonObject gone = gateway.get("/v1/admin/nodes/" + GONE).bodyAsJsonObject();
    assertThat(gone.getJsonObject("node").getString("state")).isEqualTo("LOST");
    assertThat(gone.getJsonArray("leases")).isEmpty();
  }

  @Test
  void aNodeIsDrainedAndTakesInstancesUnlessItIsGoneOrUnknown() {
    start(AuthMode.LOCAL);

    assertThat(gateway.post("/v1/admin/nodes/" + HERE + "/drain", "{}").statusCode())
        .isEqualTo(202);
    assertThat(gateway.post("/v1/admin/nodes/" + GONE + "/drain", "{}").statusCode())
        .isEqualTo(409);
    assertThat(gateway.post("/v1/admin/nodes/" + UUID.randomUUID() + "/drain", "{}").statusCode())
        .isEqualTo(404);
    assertThat(put(HERE, "{\"instances\":3}").bodyAsJsonObject().getInteger("instances"))
        .isEqualTo(3);
    assertThat(put(HERE, "{\"instances\":65}").bodyAsString()).contains("0 to 64");
    assertThat(put(HERE, "{}").statusCode()).isEqualTo(400);
    assertThat(put(GONE, "{\"instances\":3}").statusCode()).isEqualTo(409);
    for (String wrong : List.of("metric=colour", "metric=cpu&range=2h", "range=15m")) {
      assertThat(gateway.get("/v1/admin/series?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(gateway.get("/v1/admin/jobs?cursor=x").statusCode()).isEqualTo(400);
  }

  private HttpResponse<Buffer> put(String node, String body) {
    return gateway.put("/v1/admin/nodes/" + node + "/roles/video/instances", body);
  }

  @Test
  void onlyOperatorsSeeIt() {
    start(AuthMode.REQUIRED);

    for (String path :
        List.of("cluster", "cluster/events", "nodes/" + HERE, "series?metric=cpu", "jobs")) {
      assertThat(gateway.get("/v1/admin/" + path).statusCode()).as(path).isEqualTo(401);
    }
  }
}
