package io.moneyprinter.launcher.node;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.launcher.Main;
import io.moneyprinter.launcher.settings.ClusterConfig;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real members on loopback, with certificates as an operator makes them. */
class ClusterTest {
  private static final String HOST = "127.0.0.1";
  private static final String SECRET = "a secret of this cluster";

  @TempDir private static Path folder;

  private final List<Member> members = new ArrayList<>();
  private final int firstPort = Ports.free();

  /** A node of a cluster, without services. */
  private record Member(Vertx vertx, Cluster cluster, Discovery discovery) {
    int seen() {
      return hazelcast().getHazelcastInstance().getCluster().getMembers().size();
    }

    HazelcastClusterManager hazelcast() {
      return (HazelcastClusterManager) cluster.manager();
    }
  }

  @BeforeAll
  static void makeCertificates() {
    for (String authority : List.of("ours", "foreign")) {
      assertThat(
              Main.commandLine()
                  .execute(
                      "certificates", "--out", "" + folder.resolve(authority), "--hosts", HOST))
          .isZero();
    }
  }

  @AfterEach
  void stop() {
    members.forEach(member -> answer(member.vertx().close().otherwiseEmpty()));
  }

  @Test
  void nodesOfOneAuthorityTalkAndStrangersNeitherTalkNorListen() throws Exception {
    Member first = join("first", SECRET, certificates("ours"));
    Member second = join("second", SECRET, certificates("ours"));
    List<Object> heard = new CopyOnWriteArrayList<>();
    answer(first.vertx().eventBus().consumer("ask", m -> m.reply("yes " + m.body())).completion());
    answer(second.vertx().eventBus().consumer("told", m -> heard.add(m.body())).completion());
    assertThat(ask(second, "?")).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("yes ?");

    // They know the secret, so Hazelcast lets them in; the bus does not.
    for (ClusterConfig.Tls wrong : List.of(certificates("foreign"), none())) {
      Member stranger = join("stranger", SECRET, wrong);
      assertThat(stranger.seen()).isEqualTo(3);
      List<Object> overheard = new CopyOnWriteArrayList<>();
      answer(
          stranger.vertx().eventBus().consumer("told", m -> overheard.add(m.body())).completion());

      assertThat(ask(stranger, "let me in")).failsWithin(Duration.ofSeconds(20));
      heard.clear();
      first.vertx().eventBus().publish("told", "a secret");
      Await.until("the member heard it", Duration.ofSeconds(10), () -> heard.size() == 1);
      assertThat(overheard).isEmpty();
      answer(stranger.vertx().close());
      members.remove(stranger);
    }
    assertThat(ask(second, "still")).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("yes still");
  }

  @Test
  void whoDoesNotKnowTheSecretIsNoMember() {
    Member first = join("first", SECRET, none());

    Member stranger = join("stranger", "a guess at the secret", none());

    assertThat(first.seen()).isEqualTo(1);
    assertThat(stranger.seen()).isEqualTo(1);
  }

  @Test
  void theRecordsOfANodeThatDiesVanish() {
    Member survivor = join("survivor", SECRET, none());
    Member dying = join("dying", SECRET, none());
    List<String> gone = new CopyOnWriteArrayList<>();
    survivor.cluster().watch(survivor.discovery(), gone::add);
    answer(survivor.discovery().publish("orchestration"));
    answer(dying.discovery().publish("video"));
    assertThat(answer(survivor.discovery().services())).containsExactly("orchestration", "video");

    dying.hazelcast().getHazelcastInstance().getLifecycleService().terminate();

    Await.until(
        "only the survivor's record is left",
        Duration.ofSeconds(20),
        () -> answer(survivor.discovery().services()).equals(List.of("orchestration")));
    assertThat(gone).containsExactly("dying");
  }

  @Test
  void aMissingFileIsNamedWithTheCommandThatMakesIt() {
    ClusterConfig.Tls missing = certificates("nowhere");

    assertThatThrownBy(() -> join("first", SECRET, missing))
        .hasMessageContaining("cluster.tls.certificate")
        .hasMessageContaining("moneyprinter certificates");
  }

  private static CompletableFuture<Object> ask(Member from, String what) {
    Future<Object> reply =
        from.vertx()
            .eventBus()
            .request("ask", what, new DeliveryOptions().setSendTimeout(4_000))
            .map(message -> message.body());
    return reply.toCompletionStage().toCompletableFuture();
  }

  private static ClusterConfig.Tls certificates(String authority) {
    Path files = folder.resolve(authority).resolve(HOST);
    return new ClusterConfig.Tls(
        Optional.of("" + files.resolve("node.pem")),
        Optional.of("" + files.resolve("node-key.pem")),
        Optional.of("" + files.resolve("authority.pem")));
  }

  private static ClusterConfig.Tls none() {
    return new ClusterConfig.Tls(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Member join(String id, String secret, ClusterConfig.Tls tls) {
    int own = members.isEmpty() ? firstPort : Ports.free();
    ClusterConfig config =
        new ClusterConfig(
            true,
            "test-" + firstPort,
            Optional.of(secret),
            HOST,
            own,
            Ports.free(),
            List.of(HOST + ":" + firstPort, HOST + ":" + own),
            tls);
    NodeInfo info = new NodeInfo(id, "1", "development", Set.of(), Instant.now());
    Cluster cluster = new Cluster(config, info);
    Vertx vertx =
        answer(
            Vertx.builder()
                .with(new VertxOptions().setEventBusOptions(BusTls.options(config, folder)))
                .withClusterManager(cluster.manager())
                .buildClustered(),
            60);
    Member member = new Member(vertx, cluster, new Discovery(vertx, info));
    members.add(member);
    return member;
  }
}
