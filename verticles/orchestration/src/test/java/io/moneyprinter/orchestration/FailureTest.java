package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a job when a step fails. */
class FailureTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path workflows;
  private Bench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new Bench(test);
    try (InputStream shipped = getClass().getResourceAsStream("/workflows/video-generation.yaml")) {
      String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          workflows.resolve("quick.yaml"),
          text.replace(
                  "count: 3, backoff: 1s, longest: 30s, jitter: 0.5",
                  "count: 2, backoff: 200ms, longest: 1s, jitter: 0")
              .replace("timeout: 30m", "timeout: 400ms"));
    }
    bench.start(Bench.config(workflows));
  }

  @Test
  void aFailureThatMayPassIsTriedAgainAfterAGrowingPause() {
    Job job = bench.order("Coffee.");
    Bench.Lease begun = bench.take("content.network");
    Instant first = Instant.now().plusMillis(200);
    bench.fail(begun, FailureCode.UNAVAILABLE, "No answer from the model");
    assertThat(bench.claim(begun.stepId(), "node-1").granted())
        .as("claimed before the pause is over")
        .isFalse();
    Bench.Lease second = bench.take("content.network");
    assertThat(Instant.now()).isAfterOrEqualTo(first);
    bench.fail(second, FailureCode.UNAVAILABLE, "No answer from the model");
    Bench.Lease third = bench.take("content.network");
    assertThat(bench.complete(third)).isTrue();
    assertThat(bench.step(job.id(), "script").attempts()).isEqualTo(3);
    bench.until("the tries are told", () -> retries().size() == 2);
    assertThat(retries().get(0).message())
        .isEqualTo("No answer from the model — try 2 of 3 in 0.2 s");
    assertThat(retries().get(1).message()).contains("try 3 of 3 in 0.4 s");
  }

  @Test
  void aStepWhoseTriesAreUsedUpFailsTheJob() {
    Job job = bench.order("Coffee.");
    for (int i = 0; i < 3; i++) {
      bench.fail(bench.take("content.network"), FailureCode.UNAVAILABLE, "No answer");
    }
    bench.awaitState(job.id(), JobState.FAILED);
    assertThat(bench.job(job.id()).failure())
        .isEqualTo(new JobFailure(FailureCode.UNAVAILABLE, "script", "No answer", List.of()));
  }

  @Test
  void aFailureThatStaysEndsTheJobAtOnceAndStopsTheRest() {
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    Bench.Lease materials = bench.take("materials.network");
    Bench.Lease speech = bench.take("speech.cpu");
    bench.fail(speech, FailureCode.INVALID, "No voice speaks Klingon: choose another language");

    Job failed = bench.job(job.id());
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.failure().step()).isEqualTo("speech");
    assertThat(failed.failure().message()).contains("choose another language");
    assertThat(failed.steps())
        .extracting(StepView::state)
        .containsExactly(
            StepState.DONE,
            StepState.SKIPPED,
            StepState.FAILED,
            StepState.CANCELLED,
            StepState.CANCELLED,
            StepState.CANCELLED,
            StepState.CANCELLED,
            StepState.CANCELLED,
            StepState.CANCELLED,
            StepState.CANCELLED,
            StepState.CANCELLED);
    bench.until("the other worker is told to stop", () -> !bench.revoked.isEmpty());
    assertThat(bench.revoked.get(0).stepId()).isEqualTo(materials.stepId());
    assertThat(bench.revoked.get(0).token()).isEqualTo(materials.claim().token());
    assertThat(bench.beat(materials, 0.5)).isFalse();
    assertThat(bench.complete(materials)).isFalse();
    bench.awaitUsage(JobState.FAILED);
    assertThat(bench.usages.get(0).state()).isEqualTo(JobState.FAILED);
    assertThat(bench.usages.get(0).tokens()).isEqualTo(42);
    assertThat(bench.recordedTypes()).endsWith(JobEvent.Type.STEP_FAILED, JobEvent.Type.JOB_FAILED);
  }

  @Test
  void aFailedJobGoesOnAtTheStepThatFailed() {
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    bench.work("speech.cpu", 2);
    bench.fail(bench.take("speech.cpu"), FailureCode.INVALID, "No such voice");
    double reached = bench.job(job.id()).progress();

    Job resumed = answer(Jobs.resume(bench, job.id()));
    assertThat(resumed.state()).isEqualTo(JobState.RUNNING);
    assertThat(resumed.failure()).isNull();
    assertThat(resumed.progress()).isEqualTo(reached);
    bench.work("speech.cpu", 1);
    bench.work("materials.network", 1);
    bench.work("materials.cpu", 1);
    bench.work("video.cpu", 1);
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    assertThat(bench.step(job.id(), "speech").attempts()).isEqualTo(1);
    bench.awaitUsage(JobState.COMPLETED);
    assertThat(bench.recordedTypes()).contains(JobEvent.Type.JOB_RESUMED);
  }

  @Test
  void aStepThatTakesTooLongIsTriedAgainAndThenFailsWithTimeout() {
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    // Both segments by turns; the first is the first to have had its three tries.
    for (int i = 0; i < 5; i++) {
      bench.take("video.encode");
    }
    bench.awaitState(job.id(), JobState.FAILED);
    assertThat(bench.job(job.id()).failure().code()).isEqualTo(FailureCode.TIMEOUT);
    assertThat(bench.job(job.id()).failure().message()).contains("raise timeout of step segments");
    assertThat(bench.revoked).isNotEmpty();
  }

  @Test
  void aResultThatDoesNotReadFailsTheStepWithoutAnotherTry() {
    Job job = bench.order("Coffee.");
    assertThat(bench.complete(bench.take("content.network"), "{\"title\": 5")).isTrue();
    assertThat(bench.job(job.id()).failure().code()).isEqualTo(FailureCode.MALFORMED_MESSAGE);
    Job other = bench.order("Tea.");
    String nul = Bench.json(Samples.SCRIPT).replace("Coffee", "Cof\\u0000fee");
    assertThat(bench.complete(bench.take("content.network"), nul)).isTrue();
    assertThat(bench.job(other.id()).failure().message()).contains("NUL");
  }

  @Test
  void resultsFromWhichNoRequestCanBeMadeEndTheJobAtTheStepThatNeedsThem() {
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    bench.work("speech.cpu", 2);
    Speech endless =
        new Speech(Samples.FILE, 9999, List.of(), "anna", "test", Speech.TimingSource.EXACT);
    bench.complete(bench.take("speech.cpu"), Bench.json(endless));
    Job failed = bench.job(job.id());
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.failure().step()).isEqualTo("music");
    assertThat(failed.failure().message()).contains("at most 3600 seconds");
  }

  private List<JobEvent> retries() {
    return bench.recorded.stream()
        .filter(event -> event.type() == JobEvent.Type.STEP_RETRIED)
        .toList();
  }
}
