package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.DecideStep;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.video.Review;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Steps that wait for people, steps that are passed over, and jobs that take too long. */
class DecisionTest {
  private static final String SPEECH = "  - name: speech\n";
  private static final String DEPENDS = "endpoint: synthesize\n    depends_on: [script, review]";

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path workflows;
  private Bench bench;

  @BeforeEach
  void bench() {
    bench = new Bench(test);
  }

  private void startAsking(String timeout, String then) {
    Workflows.edited(
        workflows,
        SPEECH,
        "  - name: agree\n    depends_on: [script]\n    weight: 0\n    approval: { timeout: "
            + timeout
            + ", then: "
            + then
            + ", show: $script.title }\n\n"
            + SPEECH,
        DEPENDS,
        "endpoint: synthesize\n    depends_on: [script, review, agree]");
    bench.start(Bench.config(workflows));
  }

  @Test
  void anApprovedJobGoesOn() {
    startAsking("1h", "fail");
    Job job = bench.order("Coffee.");
    assertThat(failure(decide(job, true)).code()).isEqualTo(FailureCode.CONFLICT);
    bench.work("content.network", 1);
    assertThat(bench.step(job.id(), "agree").state()).isEqualTo(StepState.AWAITING);
    assertThat(bench.step(job.id(), "agree").approval().show()).isEqualTo("\"Coffee\"");
    assertThat(bench.step(job.id(), "agree").approval().until()).isAfter(job.createdAt());
    assertThat(bench.step(job.id(), "speech").state()).isEqualTo(StepState.WAITING);

    assertThat(answer(decide(job, true)).state()).isEqualTo(JobState.RUNNING);
    assertThat(answer(decide(job, true)).state()).isEqualTo(JobState.RUNNING);
    assertThat(failure(decide(job, false)))
        .hasMessageContaining("RUNNING")
        .hasMessageContaining("no step of it waits");
    assertThat(bench.step(job.id(), "agree").approval()).isNull();
    bench.workUpToSegmentsAfterScript();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.awaitUsage(JobState.COMPLETED);
    assertThat(bench.recordedTypes()).containsOnlyOnce(JobEvent.Type.APPROVAL_WANTED);
  }

  private Job orderForReview() {
    bench.start(Bench.CONFIG);
    Job job =
        answer(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(),
                new CreateJob(
                    VideoBrief.builder().script("Coffee.").review(Review.STORYBOARD).build(),
                    null)));
    bench.work("content.network", 1);
    return job;
  }

  @Test
  void theShippedWorkflowShowsTheStoryboardWhereTheBriefAsksForReview() throws Exception {
    Job job = orderForReview();
    StepView review = bench.step(job.id(), "review");
    assertThat(review.state()).isEqualTo(StepState.AWAITING);
    assertThat(RecordJson.wire().readValue(review.approval().show(), Script.class))
        .isEqualTo(Samples.SCRIPT);
    assertThat(bench.tickets.poll("speech.cpu")).as("nothing is spoken yet").isEmpty();
    assertThat(bench.tickets.poll("materials.network")).isEmpty();

    assertThat(answer(decide(job, true)).state()).isEqualTo(JobState.RUNNING);
    bench.workUpToSegmentsAfterScript();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
  }

  @Test
  void aStoryboardThatIsRejectedEndsTheJobBeforeAnythingIsSpoken() {
    Job job = orderForReview();
    Job rejected =
        answer(
            OrchestrationMessages.DECIDE_STEP.ask(
                bench.bus(), new DecideStep(job.id(), null, false, "Too dull")));
    assertThat(rejected.state()).isEqualTo(JobState.FAILED);
    assertThat(rejected.failure().message()).contains("Too dull");
    assertThat(bench.tickets.poll("speech.cpu")).isEmpty();
  }

  @Test
  void aRejectedJobFailsAndAsksAgainWhenItIsResumed() {
    startAsking("1h", "fail");
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    Job rejected =
        answer(
            OrchestrationMessages.DECIDE_STEP.ask(
                bench.bus(), new DecideStep(job.id(), "agree", false, "Too short")));
    assertThat(rejected.state()).isEqualTo(JobState.FAILED);
    assertThat(rejected.failure().code()).isEqualTo(FailureCode.CANCELLED);
    assertThat(rejected.failure().step()).isEqualTo("agree");
    assertThat(rejected.failure().message()).contains("Too short");
    assertThat(answer(decide(job, false)).state()).isEqualTo(JobState.FAILED);
    assertThat(failure(decide(job, true)).code()).isEqualTo(FailureCode.CONFLICT);
    answer(Jobs.resume(bench, job.id()));
    assertThat(bench.step(job.id(), "agree").state()).isEqualTo(StepState.AWAITING);
    assertThat(answer(decide(job, true)).state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void silenceIsTakenAsTheWorkflowSays() {
    startAsking("100ms", "approve");
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    bench.until("silence approves", () -> bench.step(job.id(), "agree").state() == StepState.DONE);
    assertThat(bench.step(job.id(), "speech").state()).isEqualTo(StepState.READY);
  }

  @Test
  void timeDoesNotRunWhileTheJobIsHalted() {
    startAsking("300ms", "fail");
    Job job = bench.order("Coffee.");
    Bench.Lease script = bench.take("content.network");
    answer(OrchestrationMessages.PAUSE_JOB.ask(bench.bus(), new PauseJob(job.id())));
    bench.complete(script);
    long end = System.nanoTime() + 600_000_000L;
    bench.until("twice the time has passed", () -> System.nanoTime() > end);
    assertThat(bench.step(job.id(), "agree").state()).isEqualTo(StepState.AWAITING);
    answer(Jobs.resume(bench, job.id()));
    bench.awaitState(job.id(), JobState.FAILED);
    assertThat(bench.job(job.id()).failure().code()).isEqualTo(FailureCode.TIMEOUT);
    assertThat(bench.job(job.id()).failure().message()).contains("nobody decided");
  }

  @Test
  void aStepWhoseConditionDoesNotHoldIsPassedOver() {
    Workflows.edited(
        workflows,
        "  - name: publish\n",
        """
          - name: jingle
            service: materials
            endpoint: compose-music
            when: $input.rate > 1
            with: { mood: calm, choice: $input.music, collection: null, seconds: 5, seed: $input.seed }

          - name: publish
        """,
        "depends_on: [assemble]",
        "depends_on: [assemble, jingle]");
    bench.start(Bench.config(workflows));
    Job job = bench.order("Coffee.");
    assertThat(bench.step(job.id(), "jingle").state()).isEqualTo(StepState.SKIPPED);
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.awaitUsage(JobState.COMPLETED);
    assertThat(bench.recorded)
        .filteredOn(event -> event.type() == JobEvent.Type.STEP_SKIPPED)
        .extracting(JobEvent::step)
        .containsExactlyInAnyOrder("jingle", "review", "look");
  }

  @Test
  void aJobThatTakesTooLongInAllFailsNamingItself() {
    Workflows.edited(
        workflows,
        "result: publish",
        "result: publish\ntimeout: 1s",
        "timeout: 24h, then: reject",
        "timeout: 500ms, then: reject");
    bench.start(Bench.config(workflows));
    Job job = bench.order("Coffee.");
    Bench.Lease script = bench.take("content.network");
    bench.awaitState(job.id(), JobState.FAILED);
    assertThat(bench.job(job.id()).failure().code()).isEqualTo(FailureCode.TIMEOUT);
    assertThat(bench.job(job.id()).failure().step()).isEqualTo("script");
    assertThat(bench.job(job.id()).failure().message())
        .contains("Job " + job.id())
        .contains("raise timeout at the head of workflow video-generation/3");
    assertThat(bench.complete(script)).isFalse();
    bench.until("the worker is told to stop", () -> !bench.revoked.isEmpty());
    assertThat(answer(Jobs.resume(bench, job.id())).state()).isEqualTo(JobState.RUNNING);
  }

  private Future<Job> decide(Job job, boolean approved) {
    return OrchestrationMessages.DECIDE_STEP.ask(
        bench.bus(), new DecideStep(job.id(), null, approved, null));
  }
}
