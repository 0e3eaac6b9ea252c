package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.CancelBatch;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.batch.ListBatches;
import io.moneyprinter.codecs.batch.ListRows;
import io.moneyprinter.codecs.batch.PauseBatch;
import io.moneyprinter.codecs.batch.ResumeBatch;
import io.moneyprinter.codecs.batch.RetryBatch;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OfferSlots;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.testsupport.TestNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the rows of a batch become videos, whatever happens meanwhile. */
class BatchTest {
  private static final String SCRIPTS = "content.network";
  private static final int OPEN = 3;

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;
  private BatchBench batches;

  @BeforeEach
  void make() {
    bench = new Bench(test);
    batches = new BatchBench(test, bench, "a");
  }

  private void awaitOpen(String batch, int open) {
    bench.until(open + " rows are open", () -> batches.get(batch).counts().open() == open);
  }

  private String jobOf(String batch, int row) {
    return batches.rows(batch).get(row - 1).jobId();
  }

  private JobState stateOf(String job) {
    return Jobs.get(bench, job, "a").state();
  }

  private void failNextScript() {
    bench.fail(bench.take(SCRIPTS), FailureCode.INVALID, "No such words");
  }

  @Test
  void allRowsAreMadeOnceAndFewAtATime() {
    bench.start(Bench.CONFIG, test.node().tasks());
    Batch batch = batches.create(20, null);
    assertThat(batch.state()).isEqualTo(BatchState.RUNNING);
    awaitOpen(batch.id(), OPEN);
    assertThat(batches.jobs()).isEqualTo(OPEN);
    SwiftWorkers workers = new SwiftWorkers(test, TaskSlots.forCores(2));
    batches.awaitState(batch.id(), BatchState.FINISHED);

    Batch finished = batches.get(batch.id());
    assertThat(finished.counts().done()).isEqualTo(20);
    assertThat(finished.progress()).isEqualTo(1);
    bench.until("its end is written down", () -> batches.get(batch.id()).finishedAt() != null);
    assertThat(batches.jobs()).isEqualTo(20);
    assertThat(Collections.frequency(workers.runs, "a video.publish")).isEqualTo(20);
    assertThat(batches.rows(batch.id())).extracting(BatchRow::state).containsOnly(RowState.DONE);
    assertThat(batches.rows(batch.id())).extracting(BatchRow::jobId).doesNotHaveDuplicates();
  }

  @Test
  void aBatchThatTheMonthDoesNotSufficeForIsRefusedWhole() {
    batches.allow(25);
    bench.start(Bench.CONFIG, test.node().tasks());
    Batch first = batches.create(20, null);
    awaitOpen(first.id(), OPEN);

    var second = batches.asks(BatchFormat.NDJSON, BatchBench.scripts(10), BatchOptions.NONE);

    assertThat(Quota.usedUp(failure(second))).as("the rows that wait count as well").isTrue();
    assertThat(batches.jobs()).isEqualTo(OPEN);
  }

  @Test
  void anotherNodeTakesOverAndNoRowIsLostOrDoubled() {
    bench.start(Bench.CONFIG, test.node().tasks());
    bench.start(Bench.CONFIG, test.node().tasks());
    SwiftWorkers workers = new SwiftWorkers(test, TaskSlots.forCores(2));
    Batch batch = batches.create(40, null);
    bench.until("some rows are done", () -> batches.get(batch.id()).counts().done() > 5);
    batches.sql(
        "UPDATE batch SET lease_owner = 'a dead node',"
            + " lease_until = clock_timestamp() + interval '700 ms'");
    batches.awaitState(batch.id(), BatchState.FINISHED);
    assertThat(batches.get(batch.id()).counts().done()).isEqualTo(40);
    assertThat(batches.jobs()).isEqualTo(40);
    assertThat(Collections.frequency(workers.runs, "a video.publish")).isEqualTo(40);
  }

  @Test
  void aStopInTheMiddleLosesAndDoublesNothing() {
    String first = bench.start(Bench.CONFIG, test.node().tasks());
    SwiftWorkers workers = new SwiftWorkers(test, TaskSlots.forCores(2));
    Batch batch = batches.create(30, null);
    bench.until("some rows are done", () -> batches.get(batch.id()).counts().done() > 5);
    bench.stop(first);
    bench.start(Bench.CONFIG, test.node().tasks());
    batches.awaitState(batch.id(), BatchState.FINISHED);
    assertThat(batches.get(batch.id()).counts().done()).isEqualTo(30);
    assertThat(batches.jobs()).isEqualTo(30);
    assertThat(batches.rows(batch.id())).extracting(BatchRow::jobId).doesNotHaveDuplicates();
    assertThat(workers.runs).contains("a video.publish");
  }

  @Test
  void aRowThatWasOrderedButNotWrittenDownIsNotOrderedAgain() {
    String first = bench.start(Bench.CONFIG);
    Batch batch = batches.create(10, null);
    awaitOpen(batch.id(), OPEN);
    String job = jobOf(batch.id(), 2);
    bench.stop(first);
    // As a node leaves it that is killed between the order and the note of it, its lease held.
    batches.sql("UPDATE batch_row SET pending = true, job_id = NULL WHERE number <= 2");
    batches.sql("UPDATE batch SET lease_owner = 'x', lease_until = now() + interval '1 hour'");

    bench.start(Bench.CONFIG);
    awaitOpen(batch.id(), OPEN);
    assertThat(jobOf(batch.id(), 2)).isEqualTo(job);
    assertThat(batches.jobs()).isEqualTo(OPEN);
  }

  @Test
  void callingOffFindsWhatWasOrderedButNotWrittenDown() {
    String first = bench.start(Bench.CONFIG);
    Batch batch = batches.create(10, null);
    awaitOpen(batch.id(), OPEN);
    List<String> jobs =
        batches.rows(batch.id()).subList(0, OPEN).stream().map(BatchRow::jobId).toList();
    bench.stop(first);
    batches.sql("UPDATE batch_row SET pending = true, job_id = NULL WHERE number = 2");
    batches.sql(
        "UPDATE batch SET state = 'CANCELLED', command = 'CANCEL', command_number = 1, active = true");

    bench.start(Bench.CONFIG);
    bench.until(
        "every job is called off",
        () -> jobs.stream().allMatch(job -> stateOf(job) == JobState.CANCELLED));
    assertThat(batches.get(batch.id()).counts().cancelled()).isEqualTo(10);
  }

  @Test
  void aPausedBatchStaysSoOverARestartUntilItIsResumed() {
    String first = bench.start(Bench.CONFIG);
    Batch batch = batches.create(5, null);
    awaitOpen(batch.id(), OPEN);
    Batch paused = answer(batches.command(BatchMessages.PAUSE, new PauseBatch(batch.id(), true)));
    assertThat(paused.state()).isEqualTo(BatchState.PAUSED);
    bench.stop(first);

    String second = bench.start(Bench.CONFIG);
    bench.until("its jobs are halted", () -> batches.get(batch.id()).counts().paused() == OPEN);
    bench.stop(second);
    bench.start(Bench.CONFIG, test.node().tasks());
    assertThat(batches.get(batch.id()).counts().waiting()).isEqualTo(2);
    assertThat(answer(batches.command(BatchMessages.PAUSE, new PauseBatch(batch.id(), false))))
        .isEqualTo(batches.get(batch.id()));

    answer(batches.command(BatchMessages.RESUME, new ResumeBatch(batch.id())));
    bench.until("they go on", () -> batches.get(batch.id()).counts().paused() == 0);
    new SwiftWorkers(test, TaskSlots.forCores(2));
    batches.awaitState(batch.id(), BatchState.FINISHED);
    assertThat(batches.get(batch.id()).counts().done()).isEqualTo(5);
    assertThat(batches.jobs()).isEqualTo(5);
  }

  @Test
  void aPauseAloneLetsWhatIsUnderWayComeToItsEnd() {
    bench.start(Bench.CONFIG);
    Batch batch = batches.create(5, 1);
    awaitOpen(batch.id(), 1);
    answer(batches.command(BatchMessages.PAUSE, new PauseBatch(batch.id(), false)));
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.until("the video is done", () -> batches.get(batch.id()).counts().done() == 1);
    assertThat(batches.get(batch.id()).state()).isEqualTo(BatchState.PAUSED);
    assertThat(batches.get(batch.id()).counts().waiting()).isEqualTo(4);
    assertThat(batches.jobs()).isEqualTo(1);
  }

  @Test
  void whatWasCalledOffCanGoOn() {
    bench.start(Bench.CONFIG, test.node().tasks());
    Batch batch = batches.create(6, null);
    awaitOpen(batch.id(), OPEN);
    answer(batches.command(BatchMessages.CANCEL, new CancelBatch(batch.id())));
    bench.until("all is called off", () -> batches.get(batch.id()).counts().cancelled() == 6);
    bench.until("no job is left", () -> stateOf(jobOf(batch.id(), 1)) == JobState.CANCELLED);
    assertThat(
            failure(batches.command(BatchMessages.PAUSE, new PauseBatch(batch.id(), true))).code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(failure(batches.command(BatchMessages.RETRY, new RetryBatch(batch.id()))).code())
        .isEqualTo(FailureCode.CONFLICT);

    answer(batches.command(BatchMessages.RESUME, new ResumeBatch(batch.id())));
    new SwiftWorkers(test, TaskSlots.forCores(2));
    batches.awaitState(batch.id(), BatchState.FINISHED);
    assertThat(batches.get(batch.id()).counts().done()).isEqualTo(6);
    assertThat(batches.jobs()).isEqualTo(6);
    assertThat(failure(batches.command(BatchMessages.CANCEL, new CancelBatch(batch.id()))).code())
        .isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void failedRowsSayWhyAndAreMadeOnceMoreWhereTheyFailed() {
    bench.start(Bench.CONFIG);
    Batch batch = batches.create(2, 1);
    awaitOpen(batch.id(), 1);
    String job = jobOf(batch.id(), 1);
    failNextScript();
    bench.until("the next row comes", () -> jobOf(batch.id(), 2) != null);
    failNextScript();
    batches.awaitState(batch.id(), BatchState.FINISHED);
    BatchRow failed = batches.rows(batch.id()).get(0);
    assertThat(failed.state()).isEqualTo(RowState.FAILED);
    assertThat(failed.failure().step()).isEqualTo("script");
    assertThat(failed.failure().message()).contains("No such words");

    Batch again = answer(batches.command(BatchMessages.RETRY, new RetryBatch(batch.id())));
    assertThat(again.state()).isEqualTo(BatchState.RUNNING);
    awaitOpen(batch.id(), 1);
    assertThat(batches.get(batch.id()).counts().waiting()).isEqualTo(1);
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.until("it is done now", () -> batches.get(batch.id()).counts().done() == 1);
    assertThat(jobOf(batch.id(), 1)).isEqualTo(job);
  }

  @Test
  void aRowWhoseKeyWasUsedForAnotherBriefFailsAlone() {
    String first = bench.start(Bench.CONFIG);
    Batch batch = batches.create(6, 2);
    awaitOpen(batch.id(), 2);
    bench.stop(first);
    bench.start(Bench.CONFIG, test.node().tasks());
    bench.order("Something else.", "batch:" + batch.id() + ":4", "a");
    new SwiftWorkers(test, TaskSlots.forCores(2));
    batches.awaitState(batch.id(), BatchState.FINISHED);
    assertThat(batches.get(batch.id()).counts().done()).isEqualTo(5);
    assertThat(batches.rows(batch.id()).get(3).failure().code()).isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void anotherTenantSeesNothingOfIt() {
    bench.start(Bench.CONFIG);
    Batch older = batches.create(1, null);
    Batch batch = batches.create(3, null);
    BatchBench stranger = new BatchBench(test, bench, "b");
    assertThat(failure(stranger.command(BatchMessages.GET, new GetBatch(batch.id()))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(stranger.command(BatchMessages.CANCEL, new CancelBatch(batch.id()))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            answer(BatchMessages.LIST.ask(bench.bus(), new ListBatches(null, 5), Bench.tenant("b")))
                .batches())
        .isEmpty();
    var page =
        answer(BatchMessages.LIST.ask(bench.bus(), new ListBatches(null, 1), Bench.tenant("a")));
    assertThat(page.batches()).extracting(Batch::id).containsExactly(batch.id());
    assertThat(page.more()).isTrue();
    var rest =
        answer(
            BatchMessages.LIST.ask(bench.bus(), new ListBatches(batch.id(), 1), Bench.tenant("a")));
    assertThat(rest.batches()).extracting(Batch::id).containsExactly(older.id());
    var rows =
        answer(
            BatchMessages.ROWS.ask(
                bench.bus(), new ListRows(batch.id(), 1, 1, null), Bench.tenant("a")));
    assertThat(rows.rows()).extracting(BatchRow::number).containsExactly(2);
    assertThat(rows.more()).isTrue();
  }

  @Test
  void fiveHundredRowsHoldNobodyUp() {
    bench.start(Bench.CONFIG);
    answer(OrchestrationMessages.OFFER_SLOTS.ask(bench.bus(), new OfferSlots("n", SCRIPTS, 1)));
    Batch batch = batches.create(500, 50);
    Bench.Lease running = bench.take(SCRIPTS);
    awaitOpen(batch.id(), 50);
    Job stranger = bench.order("Mine.", null, "b");
    assertThat(stranger.queuePosition()).isZero();
    bench.complete(running);
    running = bench.take(SCRIPTS);
    assertThat(running.claim().tenant()).isEqualTo("b");

    Job own =
        answer(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("Now."), null), Bench.tenant("a")));
    bench.complete(running);
    bench.take(SCRIPTS);
    assertThat(stateOf(own.id())).as("a single video goes before rows").isEqualTo(JobState.RUNNING);
    assertThat(batches.jobs()).isLessThanOrEqualTo(54);
  }
}
