package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.StepUsage;
import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.tasks.TaskWork;
import io.moneyprinter.platform.tasks.TaskWorker;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A job from order to publication, over the real queue and the real workers. */
class WholeJobTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private final Map<String, Set<Record>> requests = new ConcurrentHashMap<>();
  private final Set<String> tenants = ConcurrentHashMap.newKeySet();
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG, test.node().tasks());
    Map<String, Map<String, TaskWork<?, ?>>> queues = new HashMap<>();
    for (Call<?, ?> call : MessageCatalogue.all().calls().values()) {
      if (call instanceof Task<?, ?> task) {
        queues
            .computeIfAbsent(task.queue(), queue -> new HashMap<>())
            .put(task.address(), work(task));
      }
    }
    queues.forEach(
        (queue, works) ->
            answer(
                new TaskWorker(test.vertx(), "node-1", queue, works)
                    .start(test.node().tasks(), TaskSlots.forCores(2))));
  }

  private <Q extends Record, R extends Record> TaskWork<Q, R> work(Task<Q, R> task) {
    return new TaskWork<>(
        task,
        (request, context) -> {
          requests
              .computeIfAbsent(task.address(), address -> ConcurrentHashMap.newKeySet())
              .add(request);
          tenants.add(CallContext.currentOrSystem().tenant());
          int part = request instanceof RenderSegment render ? render.segment().index() : 0;
          return Future.succeededFuture(
              task.replyType().cast(Samples.answer(task.address(), part)));
        });
  }

  @Test
  void anOrderBecomesAPublication() {
    Job ordered = bench.order("Three scenes about coffee.", null, "acme");
    assertThat(ordered.state()).isIn(JobState.QUEUED, JobState.RUNNING);
    assertThat(ordered.workflow()).isEqualTo("video-generation/3");
    assertThat(ordered.brief().seed()).isNotNull();
    bench.until("usage is told", () -> !bench.usages.isEmpty());

    Job done = Jobs.get(bench, ordered.id(), "acme");
    assertThat(done.state()).isEqualTo(JobState.COMPLETED);
    assertThat(done.progress()).isEqualTo(1);
    assertThat(done.result()).isEqualTo(Samples.PUBLICATION);
    assertThat(done.steps())
        .filteredOn(step -> !List.of("review", "look").contains(step.name()))
        .extracting(StepView::state)
        .containsOnly(StepState.DONE);
    assertThat(done.steps())
        .extracting(StepView::name, StepView::done, StepView::of)
        .contains(tuple("speech", 3, 3), tuple("segments", 2, 2), tuple("publish", 1, 1));
    assertThat(tenants).containsExactly("acme");
  }

  @Test
  void everyPartGetsItsOwnRequest() {
    bench.order("Three scenes about coffee.");
    bench.until("usage is told", () -> !bench.usages.isEmpty());
    assertThat(
            requests.get("speech.synthesize").stream()
                .map(request -> ((Synthesize) request).text())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("Scene 0", "Scene 1", "Scene 2");
    assertThat(requests.get("video.render-segment")).hasSize(2);
  }

  @Test
  void eventsAreNumberedWithoutGapsAndProgressNeverFalls() {
    Job ordered = bench.order("Three scenes about coffee.");
    bench.until(
        "the end is told", () -> bench.recordedTypes().contains(JobEvent.Type.JOB_COMPLETED));
    List<JobEvent> events = List.copyOf(bench.recorded);
    assertThat(events)
        .extracting(JobEvent::sequence)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, events.size()).mapToObj(Long::valueOf).toList());
    assertThat(events).extracting(JobEvent::progress).isSorted();
    assertThat(events).extracting(JobEvent::jobId).containsOnly(ordered.id());
    assertThat(bench.recordedTypes())
        .startsWith(JobEvent.Type.JOB_CREATED, JobEvent.Type.JOB_STARTED)
        .endsWith(JobEvent.Type.STEP_DONE, JobEvent.Type.JOB_COMPLETED);
    assertThat(events)
        .filteredOn(event -> "speech".equals(event.step()))
        .filteredOn(event -> event.type() == JobEvent.Type.STEP_DONE)
        .extracting(JobEvent::part)
        .containsExactlyInAnyOrder(0, 1, 2);
    bench.until("all are published", () -> bench.published.size() == events.size());
    assertThat(bench.published).containsExactlyElementsOf(events);
  }

  @Test
  void whatWasUsedIsToldAtTheEnd() {
    Job ordered = bench.order("Three scenes about coffee.");
    bench.until("usage is told", () -> !bench.usages.isEmpty());
    JobUsage usage = bench.usages.get(0);
    assertThat(usage.jobId()).isEqualTo(ordered.id());
    assertThat(usage.state()).isEqualTo(JobState.COMPLETED);
    assertThat(usage.videoSeconds()).isEqualTo(2);
    assertThat(usage.renderSeconds()).isEqualTo(1.5);
    assertThat(usage.segments()).isEqualTo(2);
    assertThat(usage.reusedSegments()).isEqualTo(1);
    assertThat(usage.characters()).isEqualTo(3 * "Scene 0".length());
    assertThat(usage.tokens()).isEqualTo(42);
    assertThat(usage.wallSeconds()).isPositive();
    assertThat(usage.steps())
        .extracting(StepUsage::name, StepUsage::state, step -> step.seconds() != null)
        .contains(
            tuple("script", StepState.DONE, true),
            tuple("review", StepState.SKIPPED, false),
            tuple("publish", StepState.DONE, true))
        .hasSize(11);
    assertThat(usage.failedStep()).isNull();
  }

  @Test
  void manyJobsAtOnceAllComeToTheirEnd() {
    List<Job> jobs = IntStream.range(0, 8).mapToObj(i -> bench.order("Video number " + i)).toList();
    bench.until("all are done", () -> bench.usages.size() == jobs.size());
    assertThat(jobs)
        .allSatisfy(job -> assertThat(bench.job(job.id()).state()).isEqualTo(JobState.COMPLETED));
  }
}
