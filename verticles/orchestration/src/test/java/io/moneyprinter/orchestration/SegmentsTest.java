package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobSegment;
import io.moneyprinter.codecs.orchestration.JobSegments;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.ShowSegments;
import io.moneyprinter.codecs.storage.NameJobFiles;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.testsupport.TestNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a job's owner is shown of its segments while they are rendered. */
class SegmentsTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
  }

  private JobSegments show(String id, String tenant) {
    return answer(
        OrchestrationMessages.JOB_SEGMENTS.ask(
            bench.bus(), new ShowSegments(id), CallContext.system(tenant)));
  }

  @Test
  void theMapFollowsTheSegmentsFromQueuedToDoneAndReused() {
    Job job = bench.order("One.", null, "acme");
    assertThat(show(job.id(), "acme").segments()).isEmpty();
    bench.workUpToSegments();
    assertThat(show(job.id(), "acme").segments())
        .extracting(JobSegment::state)
        .containsOnly(JobSegment.State.QUEUED);

    Bench.Lease first = bench.take("video.encode", "node-7");
    assertThat(show(job.id(), "acme").segments())
        .extracting(JobSegment::state, JobSegment::node)
        .contains(tuple(JobSegment.State.RUNNING, "node-7"));

    bench.complete(first);
    bench.work("video.encode", 1);
    JobSegments both = show(job.id(), "acme");
    assertThat(both.segments())
        .extracting(JobSegment::state, JobSegment::video)
        .containsExactlyInAnyOrder(
            tuple(JobSegment.State.DONE, Samples.FILE),
            tuple(JobSegment.State.REUSED, Samples.FILE));
    assertThat(both.shown()).containsExactly(0, 1);
    assertThat(both.segments().get(1).start()).isEqualTo(both.segments().get(0).frames());
    assertThat(both.audio()).isNull();

    bench.work("video.cpu", 3);
    bench.until("the job is done", () -> show(job.id(), "acme").state() == JobState.COMPLETED);
    assertThat(show(job.id(), "acme").audio()).isEqualTo(Samples.AUDIO);
  }

  @Test
  void theStoreIsToldWhichFilesARunningJobNames() {
    Job job = bench.order("One.", null, "acme");
    bench.workUpToSegments();
    bench.complete(bench.take("video.encode", "node-7"));
    String key = Samples.FILE.key();
    List<String> keys = List.of(key, "0".repeat(64));

    assertThat(named(new NameJobFiles(keys, null, null))).containsExactly(key);
    assertThat(named(new NameJobFiles(keys, "acme", null))).containsExactly(key);
    assertThat(named(new NameJobFiles(keys, "acme", job.id()))).isEmpty();
    assertThat(named(new NameJobFiles(keys, "other", null))).isEmpty();

    answer(
        OrchestrationMessages.CANCEL_JOB.ask(
            bench.bus(), new CancelJob(job.id()), CallContext.system("acme")));
    bench.until(
        "nothing of it is wanted", () -> named(new NameJobFiles(keys, null, null)).isEmpty());
  }

  private List<String> named(NameJobFiles wish) {
    return answer(StorageMessages.NAMED_BY_JOBS.ask(bench.bus(), wish)).keys();
  }

  @Test
  void eventsSayWhereAPartIsWorkedOnAndWhetherItWasReused() {
    bench.order("One.");
    bench.workUpToSegments();
    bench.complete(bench.take("video.encode", "node-7"));
    bench.complete(bench.take("video.encode", "node-8"));
    bench.until(
        "both are told",
        () ->
            bench.recorded.stream()
                    .filter(event -> "segments".equals(event.step()))
                    .filter(event -> event.type() == JobEvent.Type.STEP_DONE)
                    .count()
                == 2);

    assertThat(bench.recorded)
        .filteredOn(event -> "segments".equals(event.step()))
        .extracting(JobEvent::type, JobEvent::node)
        .contains(
            tuple(JobEvent.Type.STEP_STARTED, "node-7"),
            tuple(JobEvent.Type.STEP_DONE, "node-7"),
            tuple(JobEvent.Type.STEP_DONE, "node-8"));
    assertThat(bench.recorded)
        .filteredOn(event -> "segments".equals(event.step()))
        .filteredOn(event -> event.type() == JobEvent.Type.STEP_DONE)
        .extracting(JobEvent::reused)
        .containsExactlyInAnyOrder(true, false);
    assertThat(bench.recorded)
        .filteredOn(event -> "script".equals(event.step()))
        .extracting(JobEvent::reused)
        .containsOnlyNulls();
  }

  @Test
  void nobodySeesTheSegmentsOfAnotherTenant() {
    Job job = bench.order("One.", null, "acme");

    assertThat(
            failure(
                    OrchestrationMessages.JOB_SEGMENTS.ask(
                        bench.bus(), new ShowSegments(job.id()), CallContext.system("other")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }
}
