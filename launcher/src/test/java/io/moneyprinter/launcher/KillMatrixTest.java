package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import io.moneyprinter.testsupport.TestRabbit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three nodes with the roles split between them, and {@code kill -9} for each of them in the middle
 * of every step; and for the servers they share.
 */
class KillMatrixTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String GATEWAY = "gateway,users,config,notification,analytics";
  private static final String ORCHESTRATION = "orchestration";
  private static final String WORKER = "content,speech,video,materials,storage,monitoring";

  @RegisterExtension static final BeforeAllCallback BROKER = test -> rabbit = TestRabbit.of(test);

  @TempDir private static Path home;

  private static TestRabbit rabbit;
  private static VideoCluster cluster;
  private static VideoApi api;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    cluster = new VideoCluster(home, rabbit, "gateway", "orchestration", "worker");
    port = Ports.free();
    api = new VideoApi(port);
    // One after the other: three that start at once on a small machine keep one another waiting.
    startOrchestration();
    cluster.nodes().awaitAll();
    startWorker();
    cluster.nodes().awaitAll();
    startGateway();
    cluster.nodes().awaitAll();
    cluster.makeUndisturbed(api);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void whatATestThatFailedHasKilledIsStartedAgain() {
    if (!cluster.nodes().get("orchestration").running()) {
      startOrchestration();
    }
    if (!cluster.nodes().get("worker").running()) {
      startWorker();
    }
    if (!cluster.nodes().get("gateway").running()) {
      startGateway();
    }
    cluster.nodes().awaitAll();
  }

  @AfterEach
  void letGo() {
    cluster.letGo();
  }

  private static void startGateway() {
    cluster.nodes().start("gateway", GATEWAY, "gateway.http.port=" + port);
  }

  private static void startOrchestration() {
    cluster.nodes().start("orchestration", ORCHESTRATION);
  }

  private static void startWorker() {
    cluster.nodes().start("worker", WORKER);
  }

  private static void kill(String node) throws InterruptedException {
    cluster.nodes().get(node).kill();
  }

  /** One video survives it in several steps, each of which needs the one before. */
  @ParameterizedTest
  @ValueSource(strings = {"speech music plan segments assemble publish", "materials audio"})
  void theWorkerIsKilledInTheMiddleOfSteps(String steps) throws Exception {
    String id = null;
    for (String step : steps.split(" ")) {
      Breakpoint claimed = cluster.stopAt(step, "RUNNING");
      Breakpoint done = cluster.stopAt(step, "DONE");
      if (id == null) {
        id = cluster.order(api);
      } else {
        startWorker();
      }
      claimed.awaitReached();
      Breakpoint file = cluster.stopAtFile();
      claimed.release();
      Await.until(
          "the work is done, and nobody knows yet", SOON, () -> file.reached() || done.reached());

      kill("worker");
      file.abort();
      done.abort();
      assertThat(api.stepState(id, step)).isNotEqualTo("DONE");
    }
    startWorker();

    cluster.assertMade(api, id);
  }

  @Test
  void theWorkerIsKilledWhileTheLanguageModelThinksAndWhenItsAnswerIsKept() throws Exception {
    cluster.model().hold();
    String id = cluster.order(api);
    Await.until("the model is asked", SOON, () -> cluster.model().asked() == 1);

    kill("worker");
    cluster.model().dropHeld();
    Breakpoint done = cluster.stopAt("script", "DONE");
    startWorker();
    done.awaitReached();
    assertThat(cluster.model().asked())
        .as("the question without an answer was repeated")
        .isEqualTo(2);

    kill("worker");
    done.abort();
    startWorker();

    cluster.assertMade(api, id);
    assertThat(cluster.model().asked()).as("the answer was not paid again").isEqualTo(2);
  }

  @Test
  void theOrchestrationIsKilledAsStepsEnd() throws Exception {
    String id = null;
    for (String step : List.of("script", "segments", "publish")) {
      Breakpoint done = cluster.stopAt(step, "DONE");
      if (id == null) {
        id = cluster.order(api);
      } else {
        startOrchestration();
      }
      done.awaitReached();

      kill("orchestration");
      done.abort();
    }
    startOrchestration();

    cluster.assertMade(api, id);
  }

  @Test
  void theGatewayIsKilledWhileSomebodyFollows() throws Exception {
    Breakpoint claimed = cluster.stopAt("segments", "RUNNING");
    String id = cluster.order(api);
    try (EventFollower follower = new EventFollower(api, id)) {
      claimed.awaitReached();
      Await.until("the plan was told", SOON, () -> follower.ids().size() >= 10);

      kill("gateway");
      claimed.release();
      startGateway();

      cluster.assertMade(api, id);
      follower.awaitEnd();
      assertThat(follower.connections()).isGreaterThanOrEqualTo(2);
      assertThat(follower.ids())
          .isEqualTo(LongStream.rangeClosed(1, follower.ids().size()).boxed().toList());
      assertThat(follower.types()).endsWith("JOB_COMPLETED");
    }
  }

  @Test
  void postgresIsKilledInTheMiddle() throws Exception {
    inTheMiddle(
        segments -> {
          cluster.servers().killAndRestartPostgres();
        });
  }

  @Test
  void rabbitIsKilledInTheMiddle() throws Exception {
    inTheMiddle(
        segments -> {
          rabbit.kill();
          segments.release();
          rabbit.start();
        });
  }

  @Test
  void redisForgetsEverythingInTheMiddle() throws Exception {
    inTheMiddle(
        segments -> {
          cluster.servers().flushRedis();
          segments.release();
        });
  }

  /** What happens to a server while segments are about to be rendered. */
  private interface Mishap {
    void happen(Breakpoint segments) throws Exception;
  }

  private void inTheMiddle(Mishap mishap) throws Exception {
    Breakpoint claimed = cluster.stopAt("segments", "RUNNING");
    String id = cluster.order(api);
    try (EventFollower follower = new EventFollower(api, id)) {
      claimed.awaitReached();
      mishap.happen(claimed);

      cluster.assertMade(api, id);
      follower.awaitEnd();
      assertThat(follower.ids())
          .isEqualTo(LongStream.rangeClosed(1, follower.ids().size()).boxed().toList());
    }
  }
}
