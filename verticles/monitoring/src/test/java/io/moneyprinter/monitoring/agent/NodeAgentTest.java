package io.moneyprinter.monitoring.agent;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.GetSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.monitoring.DrainNode;
import io.moneyprinter.codecs.monitoring.InspectNode;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.NodeDetail;
import io.moneyprinter.codecs.monitoring.NodeGone;
import io.moneyprinter.codecs.monitoring.NodeState;
import io.moneyprinter.codecs.monitoring.RoleInstances;
import io.moneyprinter.codecs.monitoring.SetInstances;
import io.moneyprinter.codecs.monitoring.SomebodyLooks;
import io.moneyprinter.platform.providers.ProviderBreaker;
import io.moneyprinter.platform.traffic.BusTraffic;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NodeAgentTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String ID = "test-node";

  @RegisterExtension final TestNode test = TestNode.plain();

  private final List<NodeBeat> beats = new CopyOnWriteArrayList<>();
  private final List<NodeGone> gone = new CopyOnWriteArrayList<>();
  private final List<RecordAudit> audited = new CopyOnWriteArrayList<>();
  private volatile int instances = 1;
  private NodeAgent agent;

  @BeforeEach
  void start() {
    MonitoringMessages.BEATS.subscribe(test.vertx().eventBus(), beats::add);
    MonitoringMessages.GONE.subscribe(test.vertx().eventBus(), gone::add);
    AuditMessages.RECORD.serve(
        test.vertx().eventBus(),
        entry -> {
          audited.add(entry);
          return Future.succeededFuture(new AuditReceipt(1, ""));
        });
    BusTraffic traffic = BusTraffic.watch(test.vertx().eventBus(), ID, deployment -> null);
    agent =
        new NodeAgent(
            test.node(),
            new NodeIdentity("left rack", "10.0.0.1:5701", Future.succeededFuture("abc")),
            traffic,
            new Desk());
    answer(agent.start());
    test.node().health().ready(true);
  }

  private final class Desk implements RoleDesk {
    @Override
    public List<RoleInstances> roles() {
      return List.of(new RoleInstances("config", instances));
    }

    @Override
    public Future<RoleInstances> set(String role, int wanted) {
      instances = wanted;
      return Future.succeededFuture(new RoleInstances(role, wanted));
    }
  }

  @Test
  void itSpeaksOftenWhileSomebodyLooksAndSaysWhoTalksToIt() {
    MonitoringMessages.LOOKS.publish(test.vertx().eventBus(), new SomebodyLooks("somewhere"));
    ConfigMessages.GET.serve(
        test.vertx().eventBus(),
        wish -> Future.succeededFuture(new Setting(wish.key(), "v", 1, Instant.EPOCH, "test")));
    for (int i = 0; i < 50; i++) {
      answer(ConfigMessages.GET.ask(test.vertx().eventBus(), new GetSetting("a")));
    }

    Await.until(
        "the flow is told",
        SOON,
        () ->
            beats.stream()
                .flatMap(beat -> beat.flows().stream())
                .anyMatch(
                    flow ->
                        flow.fromNode().equals(ID)
                            && flow.fromService().equals(BusTraffic.NO_SERVICE)
                            && flow.toService().equals("config")
                            && flow.perSecond() > 1));
    Await.until("it speaks each second", SOON, () -> beats.size() >= 3);
    NodeBeat last = beats.get(beats.size() - 1);
    assertThat(List.of(last.name(), last.address(), last.build()))
        .containsExactly("left rack", "10.0.0.1:5701", "abc");
    assertThat(last.state()).isEqualTo(NodeState.SERVING);
    assertThat(last.roles()).containsExactly(new RoleInstances("config", 1));
    assertThat(last.load().memoryTotal()).isPositive();
    assertThat(last.load().diskTotal()).isGreaterThanOrEqualTo(last.load().diskFree());
    Await.until("a sample is made", SOON, () -> beats.stream().anyMatch(b -> b.sample() != null));
  }

  @Test
  void itTellsItsBreakersAndHealthWithHistory() {
    try (ProviderBreaker breaker =
        new ProviderBreaker(
            test.vertx(), test.node().meters(), "pexels", 1, Duration.ofMinutes(1))) {
      breaker
          .run(() -> Future.failedFuture("down"), pause -> null)
          .onFailure(
              expected ->
                  test.node()
                      .health()
                      .register("materials", "pexels", () -> Future.failedFuture("it is down")));
      Await.until(
          "the change is noted",
          SOON,
          () -> detail().isPresent() && !detail().get().history().isEmpty());

      NodeDetail detail = detail().get();

      assertThat(detail.breakers())
          .singleElement()
          .satisfies(each -> assertThat(each.state()).isEqualTo("open"))
          .satisfies(each -> assertThat(each.name()).isEqualTo("pexels"));
      assertThat(detail.history().get(0).outcome()).isEqualTo("it is down");
      assertThat(detail.checks()).containsEntry("materials.pexels", "it is down");
      assertThat(detail.machine().java()).isNotBlank();
      assertThat(detail.encoders()).as("it renders nothing").isNull();
    }
  }

  @Test
  void rolesAreChangedOnRecordAndNotOnANodeThatLeaves() {
    assertThat(set(3)).isEqualTo(new RoleInstances("config", 3));
    Await.until("it is on record", SOON, () -> audited.size() == 1);
    assertThat(audited.get(0).action()).isEqualTo("node.instances");
    assertThat(audited.get(0).target()).isEqualTo("node:" + ID);
    assertThat(audited.get(0).details())
        .containsEntry("before", "1")
        .containsEntry("wanted", "3")
        .containsEntry("role", "config");

    answer(MonitoringMessages.drain(ID).ask(test.vertx().eventBus(), new DrainNode()));
    assertThat(
            failure(
                    MonitoringMessages.instances(ID)
                        .ask(test.vertx().eventBus(), new SetInstances("config", 1)))
                .code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(instances).isEqualTo(3);
    answer(agent.close());
    Await.until("it said good-bye", SOON, () -> gone.contains(new NodeGone(ID, true)));
  }

  private RoleInstances set(int wanted) {
    return answer(
        MonitoringMessages.instances(ID)
            .ask(test.vertx().eventBus(), new SetInstances("config", wanted)));
  }

  private Optional<NodeDetail> detail() {
    return answer(
        MonitoringMessages.inspect(ID)
            .ask(test.vertx().eventBus(), new InspectNode())
            .map(Optional::of)
            .otherwise(Optional.empty()));
  }
}
