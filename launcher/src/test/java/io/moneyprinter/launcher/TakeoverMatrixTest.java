package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.launcher.node.Services;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import io.moneyprinter.testsupport.TestRabbit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two whole nodes, each with a data folder of its own; the one that carries a step is killed with
 * {@code kill -9}, gateway, orchestration and all, and the other goes on. One step of each kind: of
 * several parts, of one part, and the last; {@link KillMatrixTest} has every step.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TakeoverMatrixTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @RegisterExtension static final BeforeAllCallback BROKER = test -> rabbit = TestRabbit.of(test);

  @TempDir private static Path home;

  private static final Map<String, Integer> PORTS = new HashMap<>();
  private static TestRabbit rabbit;
  private static VideoCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = new VideoCluster(home, rabbit, "a", "b");
    PORTS.put("a", Ports.free());
    PORTS.put("b", Ports.free());
    // One after the other: two that start at once on a small machine keep one another waiting.
    startNode("a");
    cluster.nodes().awaitAll();
    startNode("b");
    cluster.nodes().awaitAll();
    cluster.makeUndisturbed(api("a"));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @AfterEach
  void letGo() {
    cluster.letGo();
  }

  private static void startNode(String name, String... own) {
    List<String> settings = new ArrayList<>(List.of(own));
    settings.add("gateway.http.port=" + PORTS.get(name));
    settings.add("data=data-" + name);
    cluster.nodes().start(name, String.join(",", Services.all()), settings.toArray(String[]::new));
  }

  private static VideoApi api(String node) {
    return new VideoApi(PORTS.get(node));
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech", "segments", "audio", "publish"})
  void theOtherNodeGoesOn(String step) throws Exception {
    cluster.nodes().awaitAll();
    Breakpoint claimed = cluster.stopAt(step, "RUNNING");
    Breakpoint done = cluster.stopAt(step, "DONE");
    String id = cluster.order(api("a"));
    claimed.awaitReached();
    Breakpoint file = cluster.stopAtFile();
    claimed.release();
    Await.until(
        "the work is done, and nobody knows yet", SOON, () -> file.reached() || done.reached());

    String survivor = killOwner(id, step);
    file.abort();
    done.abort();

    cluster.assertMade(api(survivor), id);
    assertThat(home.resolve("data-a/blobs")).isNotEmptyDirectory();
    assertThat(home.resolve("data-b/blobs")).isNotEmptyDirectory();
  }

  @Test
  void theOtherNodeAsksAgainWhatTheModelHasNotAnswered() throws Exception {
    cluster.nodes().awaitAll();
    cluster.model().hold();
    String id = cluster.order(api("a"));
    Await.until("the model is asked", SOON, () -> cluster.model().asked() == 1);

    String survivor = killOwner(id, "script");
    cluster.model().dropHeld();

    cluster.assertMade(api(survivor), id);
    assertThat(cluster.model().asked()).isEqualTo(2);
  }

  /** The last: node b stays another one. */
  @Test
  @Order(Integer.MAX_VALUE)
  void nodesThatEncodeOtherwiseShareNoVideo() throws Exception {
    cluster.nodes().get("b").kill();
    startNode("b", "video.crf=30");
    cluster.nodes().awaitAll();

    String id =
        api("a")
            .create(
                """
                {"script": "%s", "transition": "cut",
                 "canvas": {"width": 128, "height": 224, "fps": 12}}
                """
                    .formatted("The sea is wide and the sea is deep and full of salt. ".repeat(6)));

    assertThat(api("a").awaitEnd(id, Duration.ofSeconds(60))).isEqualTo("COMPLETED");
    List<String> renderers = api("a").segments(id).findValuesAsText("node");
    assertThat(renderers).hasSizeGreaterThan(2);
    assertThat(Set.copyOf(renderers)).as("nodes that rendered").hasSize(1);
  }

  /** Kills the node that works on the step, lets it start again, and names the other. */
  private static String killOwner(String id, String step) throws Exception {
    String owner = cluster.ownerOf(id, step);
    String victim = cluster.nodes().get("a").awaitNode().equals(owner) ? "a" : "b";
    assertThat(cluster.nodes().get(victim).awaitNode()).isEqualTo(owner);
    cluster.nodes().get(victim).kill();
    startNode(victim);
    return victim.equals("a") ? "b" : "a";
  }
}
