package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What survives: a restart, a second node, a service that is away. */
class DurabilityTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void bench() {
    bench = new Bench(test);
  }

  @Test
  void aRestartInTheMiddleLosesNothing() {
    OrchestrationConfig config = Bench.config(Duration.ofSeconds(20), Duration.ofMillis(300));
    String first = bench.start(config);
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    Bench.Lease held = bench.take("speech.cpu");
    bench.stop(first);

    bench.start(config);
    assertThat(bench.beat(held, 0.5)).isTrue();
    assertThat(bench.complete(held)).isTrue();
    bench.work("speech.cpu", Samples.SCENES - 1);
    bench.work("materials.network", 1);
    bench.work("materials.cpu", 1);
    bench.work("video.cpu", 1);
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.until("all is told", () -> !bench.usages.isEmpty() && gapless());
  }

  @Test
  void aNodeAloneGoesOnAtOnceWithWhatTheOneBeforeLeft() {
    String first = bench.start(Bench.CONFIG);
    Job job = bench.order("Coffee.");
    bench.take("content.network", "a node that was killed");
    bench.stop(first);

    bench.start(Bench.CONFIG);
    Bench.Lease again = bench.take("content.network");
    assertThat(again.claim().token()).isEqualTo(2);
    assertThat(bench.complete(again)).isTrue();
    assertThat(bench.step(job.id(), "script").attempts()).isEqualTo(2);
  }

  @Test
  void ticketsLostWithTheNodeBeforeArePutAgainAtOnce() {
    String first = bench.start(Bench.CONFIG);
    bench.tickets.lose(true);
    bench.order("Coffee.");
    bench.stop(first);
    bench.tickets.lose(false);

    bench.start(Bench.CONFIG);
    assertThat(bench.take("content.network").claim().granted()).isTrue();
  }

  @Test
  void eventsThatANodeDiedOverAreDeliveredAtOnce() {
    String first = bench.start(Bench.CONFIG);
    bench.notificationGoes();
    bench.order("Coffee.");
    bench.until("the event was tried", () -> !bench.published.isEmpty());
    bench.stop(first);
    Database database = answer(test.node().databases().open("orchestration"));
    answer(database.writer().query("UPDATE outbox SET due = now() + interval '1 hour'").execute());
    bench.notificationComes();

    bench.start(Bench.CONFIG);
    bench.until("the event is recorded", () -> !bench.recorded.isEmpty());
  }

  @Test
  void aRunningJobKeepsTheWorkflowItBeganWith(@TempDir Path folder) throws IOException {
    String first = bench.start(Bench.CONFIG);
    Job old = bench.order("Coffee.");
    bench.stop(first);
    Files.writeString(
        folder.resolve("new.yaml"), shipped().replaceFirst("version: 3", "version: 4"));
    bench.start(Bench.config(folder));
    Job young = bench.order("Tea.");
    assertThat(young.workflow()).isEqualTo("video-generation/4");
    bench.work("content.network", 1);
    assertThat(bench.step(old.id(), "script").state()).isEqualTo(StepState.DONE);
    assertThat(bench.job(old.id()).workflow()).isEqualTo("video-generation/3");
  }

  @Test
  void aJobWhoseWorkflowThisVersionCannotFollowFailsAndSaysSo() {
    String first = bench.start(Bench.CONFIG);
    Job job = bench.order("Coffee.");
    bench.stop(first);
    Database database = answer(test.node().databases().open("orchestration"));
    answer(
        database
            .writer()
            .query(
                "INSERT INTO workflow (hash, name, version, source) VALUES ('x', 'o', 1, 'a: b')")
            .execute()
            .compose(
                kept -> database.writer().query("UPDATE job SET workflow_hash = 'x'").execute()));
    bench.start(Bench.CONFIG);
    bench.work("content.network", 1);
    assertThat(bench.job(job.id()).state()).isEqualTo(JobState.FAILED);
    assertThat(bench.job(job.id()).failure().code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(bench.job(job.id()).failure().message()).contains("order it again");
  }

  private static String shipped() throws IOException {
    try (InputStream in =
        DurabilityTest.class.getResourceAsStream("/workflows/video-generation.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void twoNodesOverOneDatabaseShareTheWork() {
    OrchestrationConfig config = Bench.config(Duration.ofMillis(600), Duration.ofMillis(300));
    bench.start(config);
    bench.start(config);
    Job job = bench.order("Coffee.");
    bench.take("content.network");
    bench.work("content.network", 1);
    bench.work("speech.cpu", Samples.SCENES);
    bench.work("materials.network", 1);
    bench.work("materials.cpu", 1);
    bench.work("video.cpu", 1);
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.until("usage is told", () -> !bench.usages.isEmpty());
    bench.until(
        "the end is told", () -> bench.recordedTypes().contains(JobEvent.Type.JOB_COMPLETED));
    assertThat(bench.recordedTypes()).containsOnlyOnce(JobEvent.Type.STEP_RETRIED);
    assertThat(gapless()).isTrue();
  }

  @Test
  void eventsAreKeptInOrderWhileTheNotificationServiceIsAway() {
    bench.start(Bench.CONFIG);
    bench.notificationGoes();
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.until(
        "live listeners hear it nevertheless",
        () -> bench.published.stream().anyMatch(e -> e.type() == JobEvent.Type.JOB_COMPLETED));
    bench.until("usage does not wait for events", () -> !bench.usages.isEmpty());
    assertThat(bench.recorded).isEmpty();

    bench.notificationComes();
    bench.until(
        "all are recorded", () -> bench.recordedTypes().contains(JobEvent.Type.JOB_COMPLETED));
    assertThat(gapless()).isTrue();
    assertThat(bench.published).doesNotHaveDuplicates().hasSameSizeAs(bench.recorded);
  }

  @Test
  void progressIsToldNowAndThenAndNeverFalls() {
    bench.start(Bench.CONFIG);
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    Bench.Lease segment = bench.take("video.encode");
    long begin = System.nanoTime();
    for (int i = 1; i <= 100; i++) {
      assertThat(bench.beat(segment, i / 100.0)).isTrue();
      double shown = bench.job(job.id()).progress();
      assertThat(shown).isLessThanOrEqualTo(1);
    }
    long tenths = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 100 + 1;
    // A quick machine is done before the first progress may be told: a worker goes on beating.
    bench.until("progress is told", () -> bench.beat(segment, 1) && !progress().isEmpty());
    tenths = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 100 + 1;
    assertThat(progress().size()).isLessThanOrEqualTo((int) tenths);
    bench.beat(segment, 0.2);
    double before = bench.job(job.id()).progress();
    bench.handBack(segment);
    assertThat(bench.job(job.id()).progress()).isGreaterThanOrEqualTo(before);
    bench.until("all is told", this::gapless);
    assertThat(bench.recorded).extracting(JobEvent::progress).isSorted();
  }

  private List<JobEvent> progress() {
    return bench.recorded.stream()
        .filter(event -> event.type() == JobEvent.Type.STEP_PROGRESS)
        .toList();
  }

  private boolean gapless() {
    List<Long> numbers = bench.recorded.stream().map(JobEvent::sequence).toList();
    return numbers.equals(
        IntStream.rangeClosed(1, numbers.size()).mapToObj(Long::valueOf).toList());
  }
}
