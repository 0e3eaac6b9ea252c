package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.LeaseState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepRevoked;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.orchestration.run.StragglerRule;
import io.moneyprinter.platform.tasks.TaskHandler;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.tasks.TaskWork;
import io.moneyprinter.platform.tasks.TaskWorker;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A segment that one node takes too long over is tried by another one as well. */
class SecondCopyTest {
  private static final String ENCODE = "video.encode";
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final StragglerRule EAGER = new StragglerRule(2, Duration.ofMillis(100), 1);

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;
  private Job job;

  @BeforeEach
  void bench() {
    bench = new Bench(test);
  }

  /** The first segment is done, the second one is on the slow node, and the fast one is free. */
  private Bench.Lease straggler(Duration lease) {
    bench.start(Bench.config(lease, EAGER));
    bench.offer("slow", ENCODE, 1);
    bench.offer("fast", ENCODE, 1);
    job = bench.order("Coffee.");
    bench.workUpToSegments();
    Bench.Lease quick = bench.take(ENCODE, "fast");
    Bench.Lease slow = bench.take(ENCODE, "slow");
    assertThat(rendered(quick)).isTrue();
    return slow;
  }

  private boolean rendered(Bench.Lease lease) {
    return bench.complete(lease, Bench.json(Samples.rendered(0)));
  }

  private List<JobEvent> told(JobEvent.Type type) {
    return bench.recorded.stream()
        .filter(event -> event.type() == type && "segments".equals(event.step()))
        .distinct()
        .toList();
  }

  @Test
  void theFirstRightResultCountsAndTheSlowNodeIsToldToStop() {
    Bench.Lease slow = straggler(LONG);
    Bench.Lease copy = bench.take(ENCODE, "fast");
    assertThat(copy.stepId()).isNotEqualTo(slow.stepId());
    assertThat(copy.claim().request()).isEqualTo(slow.claim().request());
    assertThat(bench.beat(slow, 0.2)).isTrue();
    assertThat(bench.beat(copy, 0.4)).isTrue();

    assertThat(rendered(copy)).isTrue();

    bench.until(
        "the slow node is told to stop",
        () ->
            bench.revoked.contains(new StepRevoked(slow.stepId(), slow.claim().token()))
                && told(JobEvent.Type.STEP_DONE).size() == 2);
    assertThat(bench.beat(slow, 0.3)).isFalse();
    assertThat(rendered(slow)).isFalse();
    assertThat(rendered(copy)).as("it has been taken in").isFalse();
    assertThat(told(JobEvent.Type.STEP_COPIED)).extracting(JobEvent::node).containsExactly("fast");
    assertThat(told(JobEvent.Type.STEP_DONE))
        .extracting(JobEvent::part, JobEvent::node)
        .containsExactlyInAnyOrder(tuple(0, "fast"), tuple(1, "fast"));
    bench.work("video.cpu", 3);
    bench.awaitState(job.id(), JobState.COMPLETED);
  }

  @Test
  void theSlowNodeMayStillBeFirst() {
    Bench.Lease slow = straggler(LONG);
    Bench.Lease copy = bench.take(ENCODE, "fast");

    assertThat(rendered(slow)).isTrue();

    bench.until(
        "the copy is called off",
        () -> bench.revoked.contains(new StepRevoked(copy.stepId(), copy.claim().token())));
    assertThat(bench.beat(copy, 0.9)).isFalse();
    assertThat(rendered(copy)).isFalse();
    assertThat(bench.step(job.id(), "segments").state()).isEqualTo(StepState.DONE);
  }

  @Test
  void theNodeAtWorkIsNotGivenTheCopyToo() {
    straggler(LONG);
    assertThat(bench.claim(bench.tickets.next(ENCODE).id(), "slow").granted()).isFalse();
    assertThat(bench.take(ENCODE, "fast").claim().granted()).as("a moment later").isTrue();
  }

  @Test
  void theCopyCarriesOnWhenTheSlowNodeDies() {
    Bench.Lease slow = straggler(Duration.ofMillis(1500));
    Bench.Lease copy = bench.take(ENCODE, "fast");
    bench.until(
        "the slow node's lease runs out",
        () -> {
          assertThat(bench.beat(copy, 0.5)).isTrue();
          return told(JobEvent.Type.STEP_RETRIED).size() == 1;
        });
    assertThat(bench.beat(slow, 0.1)).isFalse();
    assertThat(bench.tickets.poll(ENCODE)).as("the copy is at work on it").isEmpty();
    assertThat(rendered(copy)).isTrue();
    assertThat(bench.step(job.id(), "segments").state()).isEqualTo(StepState.DONE);
  }

  @Test
  void whenTheCopyFailsTooThePartGoesToWhoeverIsFree() {
    Bench.Lease slow = straggler(LONG);
    Bench.Lease copy = bench.take(ENCODE, "fast");
    assertThat(bench.fail(slow, FailureCode.UNAVAILABLE, "The disk went away")).isTrue();
    assertThat(bench.tickets.poll(ENCODE)).as("the copy is at work on it").isEmpty();
    assertThat(bench.fail(copy, FailureCode.UNAVAILABLE, "It went away here as well")).isTrue();

    Bench.Lease again = bench.take(ENCODE, "third");
    assertThat(again.stepId()).isEqualTo(slow.stepId());
    assertThat(rendered(again)).isTrue();
    assertThat(bench.step(job.id(), "segments").attempts()).isEqualTo(2);
  }

  @Test
  void aCopyThatFailsHarmsNothingAndIsNotMadeAgain() {
    Bench.Lease slow = straggler(LONG);
    Bench.Lease copy = bench.take(ENCODE, "fast");
    bench.fail(copy, FailureCode.INVALID, "Cannot do that");
    assertThat(bench.tickets.poll(ENCODE)).isEmpty();
    assertThat(bench.job(job.id()).state()).isEqualTo(JobState.RUNNING);
    assertThat(rendered(slow)).isTrue();
  }

  @Test
  void aReportIsNotTakenInWhenItsCopyWasForgottenWhileItWaited() {
    straggler(LONG);
    Bench.Lease copy = bench.take(ENCODE, "fast");
    Books books = new Books(test);

    Future<Boolean> report =
        books.whileChanging(
            job.id(),
            connection -> {
              Future<Boolean> waiting =
                  OrchestrationMessages.FAIL_STEP
                      .ask(bench.bus(), Bench.failure(copy, FailureCode.INVALID, "No", false))
                      .map(LeaseState::held);
              bench.until("the report waits for the job", books::somebodyWaits);
              answer(
                  connection
                      .preparedQuery("DELETE FROM step WHERE id = $1")
                      .execute(Tuple.of(UUID.fromString(copy.stepId()))));
              return waiting;
            });

    assertThat(answer(report)).isFalse();
    assertThat(bench.job(job.id()).state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void callingTheVideoOffStopsBoth() {
    Bench.Lease slow = straggler(LONG);
    Bench.Lease copy = bench.take(ENCODE, "fast");
    answer(Jobs.cancel(bench, job.id()));
    bench.until(
        "both are told to stop",
        () ->
            bench.revoked.stream()
                .map(StepRevoked::stepId)
                .toList()
                .containsAll(List.of(slow.stepId(), copy.stepId())));
  }

  @Test
  void nothingIsCopiedWhileSomethingElseWantsTheSlot() {
    bench.start(Bench.config(LONG, EAGER));
    bench.offer("slow", ENCODE, 1);
    bench.offer("fast", ENCODE, 1);
    bench.order("Coffee.");
    bench.workUpToSegments();
    Bench.Lease quick = bench.take(ENCODE, "fast");
    bench.take(ENCODE, "slow");
    bench.work("video.cpu", 1);
    Job next = bench.order("Tea.");
    bench.workUpToSegments();
    rendered(quick);
    bench.take(ENCODE, "fast");
    assertThat(bench.step(next.id(), "segments").state()).isEqualTo(StepState.RUNNING);
    assertThat(bench.tickets.poll(ENCODE)).isEmpty();
    assertThat(told(JobEvent.Type.STEP_COPIED)).isEmpty();
  }

  @Test
  void withRealWorkersTheSlowOneIsStoppedAndTheVideoGoesOn() {
    bench.start(Bench.config(LONG, EAGER), test.node().tasks());
    List<String> stopped = new CopyOnWriteArrayList<>();
    SwiftWorkers.allBut(test, ENCODE);
    encoder(
        "slow",
        (request, context) -> {
          Promise<RenderedSegment> never = Promise.promise();
          context.onCancel(
              () -> {
                stopped.add("slow");
                never.fail(new ServiceFailure(FailureCode.CANCELLED, "Stopped"));
              });
          return never.future();
        });
    encoder("fast", (request, context) -> Future.succeededFuture(Samples.rendered(0)));
    job = bench.order("Coffee.");
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.until("its task is stopped", () -> stopped.contains("slow"));
  }

  private void encoder(String node, TaskHandler<RenderSegment, RenderedSegment> handler) {
    answer(
        new TaskWorker(
                test.vertx(),
                node,
                ENCODE,
                Map.of(
                    VideoMessages.RENDER_SEGMENT.address(),
                    new TaskWork<>(VideoMessages.RENDER_SEGMENT, handler)))
            .start(test.node().tasks(), new TaskSlots(1, 1, 1)));
  }
}
