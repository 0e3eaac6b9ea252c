package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.CompletedJobList;
import io.moneyprinter.codecs.orchestration.CompletedJobList.CompletedJob;
import io.moneyprinter.codecs.orchestration.CompletedJobs;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobList;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.RerunJob;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an owner may do with jobs. */
class CommandsTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
  }

  @Test
  void aBriefThatBreaksARuleIsRefusedWithItsPlace() {
    ServiceFailure refused =
        failure(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("  "), null)));
    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.violations()).isNotEmpty();
    ServiceFailure nul =
        failure(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("a\0b"), "k".repeat(300))));
    assertThat(nul.violations())
        .extracting(Violation::pointer)
        .containsExactly("", "/idempotencyKey");
    assertThat(answer(list(new ListJobs(null, 10, null))).jobs()).isEmpty();
  }

  @Test
  void operatorsLetNoNewVideosBeginForAWhile() {
    Job before =
        answer(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("Tea."), "once")));
    flag("false", 1);
    Await.until(
        "the flag was heard",
        Duration.ofSeconds(10),
        () ->
            failed(
                OrchestrationMessages.CREATE_JOB.ask(
                    bench.bus(), new CreateJob(Samples.brief("Coffee."), null))));
    Job again =
        answer(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("Tea."), "once")));
    assertThat(again.id()).isEqualTo(before.id());
    ServiceFailure rerun =
        failure(
            OrchestrationMessages.RERUN_JOB.ask(
                bench.bus(), new RerunJob(before.id(), "{}", "new", null)));
    assertThat(rerun.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(rerun.getMessage()).contains("flags.new-videos");
    flag("{\"on\": false, \"except\": [\"" + before.tenant() + "\"]}", 2);
    Await.until(
        "this tenant may again",
        Duration.ofSeconds(10),
        () ->
            !failed(
                OrchestrationMessages.CREATE_JOB.ask(
                    bench.bus(), new CreateJob(Samples.brief("Coffee."), "later"))));
  }

  private void flag(String value, int version) {
    ConfigMessages.CHANGED.publish(
        bench.bus(), new Setting(Flag.NEW_VIDEOS.key(), value, version, Instant.now(), "test"));
  }

  private static boolean failed(Future<?> asked) {
    return answer(asked.map(false).otherwise(true));
  }

  @Test
  void whatTheMonthDoesNotSufficeForIsNotMadeNorGoesOn() {
    Job before = bench.order("Coffee.", "paid", "local");
    Job off = bench.order("Water.");
    answer(OrchestrationMessages.CANCEL_JOB.ask(bench.bus(), new CancelJob(off.id())));
    List<String> asked = new CopyOnWriteArrayList<>();
    MessageConsumer<?> users =
        AccessMessages.CHECK_QUOTA.serve(
            bench.bus(),
            wish -> {
              asked.add(wish.jobId());
              return Future.failedFuture(
                  new ServiceFailure(FailureCode.QUOTA, "All videos of this month are ordered"));
            });
    try {
      ServiceFailure order =
          failure(
              OrchestrationMessages.CREATE_JOB.ask(
                  bench.bus(), new CreateJob(Samples.brief("Tea."), null)));
      assertThat(order.code()).isEqualTo(FailureCode.QUOTA);
      ServiceFailure resume =
          failure(OrchestrationMessages.RESUME_JOB.ask(bench.bus(), new ResumeJob(off.id())));
      assertThat(resume.code()).isEqualTo(FailureCode.QUOTA);
      assertThat(asked).hasSize(2).last().isEqualTo(off.id());
      assertThat(bench.job(off.id()).state()).isEqualTo(JobState.CANCELLED);
      assertThat(bench.order("Coffee.", "paid", "local").id()).isEqualTo(before.id());
    } finally {
      answer(users.unregister());
    }
    answer(OrchestrationMessages.RESUME_JOB.ask(bench.bus(), new ResumeJob(off.id())));
  }

  @Test
  void aTextThatOnlyLooksLikeANulIsFine() {
    assertThat(bench.order("Write \\u0000 in Java.").state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void theSeedOfTheBriefIsKeptAndAMissingOneDrawn() {
    Job drawn = bench.order("Coffee.");
    assertThat(drawn.brief().seed()).isBetween(0L, 1L << 53);
    Job given =
        answer(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("Coffee.").but().seed(7L).build(), null)));
    assertThat(given.brief().seed()).isEqualTo(7);
    assertThat(bench.job(given.id()).brief()).isEqualTo(given.brief());
  }

  @Test
  void aTimelineIsOnlyPlannedRenderedAndPublished() {
    VideoBrief brief = VideoBrief.builder().timeline(Samples.TIMELINE).build();
    Job job = answer(OrchestrationMessages.CREATE_JOB.ask(bench.bus(), new CreateJob(brief, null)));
    assertThat(job.brief().seed()).isEqualTo(Samples.TIMELINE.seed());
    assertThat(job.brief().title()).isEqualTo("Untitled");
    assertThat(job.steps())
        .extracting(StepView::name)
        .containsExactly("plan", "segments", "audio", "assemble", "publish");
  }

  @Test
  void theSameKeyAndBriefAnswerWithTheSameJob() {
    Job first = bench.order("Coffee.", "key-1", "local");
    Job again = bench.order("Coffee.", "key-1", "local");
    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.brief().seed()).isEqualTo(first.brief().seed());
    assertThat(bench.order("Coffee.", "key-1", "another tenant").id()).isNotEqualTo(first.id());
  }

  @Test
  void theSameKeyForAnotherBriefIsAConflictNamingTheJob() {
    Job first = bench.order("Coffee.", "key-1", "local");
    ServiceFailure conflict =
        failure(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("Tea."), "key-1")));
    assertThat(conflict.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(conflict).hasMessageContaining(first.id());
  }

  @Test
  void manyOrdersUnderOneKeyAtOnceMakeOneJob() {
    List<Future<Job>> orders =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    OrchestrationMessages.CREATE_JOB.ask(
                        bench.bus(), new CreateJob(Samples.brief("Coffee."), "key-1")))
            .toList();
    assertThat(orders.stream().map(order -> answer(order).id()).distinct()).hasSize(1);
    assertThat(answer(list(new ListJobs(null, 10, null))).jobs()).hasSize(1);
  }

  @Test
  void anotherTenantFindsNothing() {
    Job mine = bench.order("Coffee.");
    var stranger = Bench.tenant("stranger");
    Stream.of(
            OrchestrationMessages.GET_JOB.ask(bench.bus(), new GetJob(mine.id()), stranger),
            OrchestrationMessages.CANCEL_JOB.ask(bench.bus(), new CancelJob(mine.id()), stranger),
            OrchestrationMessages.GET_JOB.ask(bench.bus(), new GetJob("../../etc/passwd")))
        .forEach(asked -> assertThat(failure(asked).code()).isEqualTo(FailureCode.NOT_FOUND));
    assertThat(
            answer(
                    OrchestrationMessages.LIST_JOBS.ask(
                        bench.bus(), new ListJobs(null, 10, null), stranger))
                .jobs())
        .isEmpty();
    assertThat(bench.job(mine.id()).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void jobsAreListedNewestFirstAndPageByPage() {
    List<String> ids = IntStream.range(0, 5).mapToObj(i -> bench.order("Video " + i).id()).toList();
    JobList first = answer(list(new ListJobs(null, 2, null)));
    assertThat(first.jobs()).extracting(Job::id).containsExactly(ids.get(4), ids.get(3));
    assertThat(first.more()).isTrue();
    JobList rest = answer(list(new ListJobs(ids.get(3), 3, null)));
    assertThat(rest.jobs()).extracting(Job::id).containsExactly(ids.get(2), ids.get(1), ids.get(0));
    assertThat(rest.more()).isFalse();
    assertThat(rest.jobs().get(0).steps()).hasSize(11);
    answer(Jobs.cancel(bench, ids.get(1)));
    assertThat(answer(list(new ListJobs(null, 10, JobState.CANCELLED))).jobs())
        .extracting(Job::id)
        .containsExactly(ids.get(1));
  }

  @Test
  void aJobKnowsHowManyAreBeforeIt() {
    Job first = bench.order("One.");
    bench.order("Two.");
    Job third = bench.order("Three.");
    assertThat(third.queuePosition()).isEqualTo(2);
    bench.take("content.network");
    assertThat(bench.job(first.id()).queuePosition()).isZero();
    assertThat(bench.job(third.id()).queuePosition()).isEqualTo(1);
  }

  @Test
  void aCancelledJobStopsItsWorkersAndMayBeResumed() {
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    Bench.Lease segment = bench.take("video.encode");
    Job cancelled = answer(Jobs.cancel(bench, job.id()));
    assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
    assertThat(answer(Jobs.cancel(bench, job.id())).state()).isEqualTo(JobState.CANCELLED);
    bench.until("the worker is told to stop", () -> bench.revoked.size() == 1);
    assertThat(bench.revoked.get(0).stepId()).isEqualTo(segment.stepId());
    assertThat(bench.beat(segment, 0.5)).isFalse();
    assertThat(bench.complete(segment)).isFalse();
    bench.tickets.all().stream()
        .filter(ticket -> ticket.queue().equals("video.encode"))
        .forEach(ticket -> assertThat(bench.claim(ticket.id(), "n").granted()).isFalse());

    Job resumed = answer(Jobs.resume(bench, job.id()));
    assertThat(resumed.state()).isEqualTo(JobState.RUNNING);
    assertThat(resumed.steps())
        .extracting(StepView::state)
        .containsExactly(
            StepState.DONE,
            StepState.SKIPPED,
            StepState.DONE,
            StepState.DONE,
            StepState.SKIPPED,
            StepState.DONE,
            StepState.DONE,
            StepState.READY,
            StepState.READY,
            StepState.WAITING,
            StepState.WAITING);
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.awaitUsage(JobState.COMPLETED);
    assertThat(bench.recordedTypes())
        .containsOnlyOnce(JobEvent.Type.JOB_CANCELLED, JobEvent.Type.JOB_RESUMED);
    assertThat(bench.recorded)
        .extracting(JobEvent::sequence)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, bench.recorded.size()).mapToObj(Long::valueOf).toList());
  }

  @Test
  void aJobAtItsEndCannotBeCancelledAndResumingItChangesNothing() {
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    assertThat(failure(Jobs.cancel(bench, job.id())).code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(answer(Jobs.resume(bench, job.id())).state()).isEqualTo(JobState.COMPLETED);
  }

  @Test
  void servicesThatMustNotMissACompletedJobReadThemInTheirOrder() {
    Job first = completed("Coffee.");
    Job open = bench.order("Tea.");

    CompletedJobList one = completedSince(Instant.EPOCH, null, 10);
    answer(Jobs.cancel(bench, open.id()));
    Job second = completed("Cocoa.");
    CompletedJobList page = completedSince(Instant.EPOCH, null, 1);
    CompletedJob last = page.jobs().get(0);

    assertThat(one.jobs()).extracting(CompletedJob::id).containsExactly(first.id());
    assertThat(one.jobs().get(0).tenant()).isEqualTo(first.tenant());
    assertThat(page.jobs()).extracting(CompletedJob::id).containsExactly(first.id());
    assertThat(completedSince(last.at(), last.id(), 10).jobs())
        .extracting(CompletedJob::id)
        .containsExactly(second.id());
  }

  private Job completed(String brief) {
    Job job = bench.order(brief);
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    return job;
  }

  private CompletedJobList completedSince(Instant since, String after, int limit) {
    return answer(
        OrchestrationMessages.COMPLETED_JOBS.ask(
            bench.bus(), new CompletedJobs(since, after, limit)));
  }

  @Test
  void aJobCancelledBeforeItBeganIsQueuedAgain() {
    Job job = bench.order("Coffee.");
    answer(Jobs.cancel(bench, job.id()));
    assertThat(answer(Jobs.resume(bench, job.id())).state()).isEqualTo(JobState.QUEUED);
    assertThat(bench.complete(bench.take("content.network"))).isTrue();
  }

  private Future<JobList> list(ListJobs wish) {
    return OrchestrationMessages.LIST_JOBS.ask(bench.bus(), wish);
  }
}
