package io.moneyprinter.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Workers that die, stumble, hand back and say everything twice, over two orchestration nodes. */
class ChaosTest {
  private static final int JOBS = 6;

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path workflows;
  private volatile boolean over;

  @Test
  void everyJobStillComesToItsEndExactlyOnce() throws Exception {
    Bench bench = new Bench(test);
    patientWorkflow();
    OrchestrationConfig config =
        new Settings()
            .workflows(workflows)
            .lease(Duration.ofMillis(400))
            .ticketPause(Duration.ofMillis(300))
            .build();
    bench.start(config);
    bench.start(config);
    ExecutorService workers = Executors.newFixedThreadPool(TicketBox.QUEUES.size());
    try {
      List<Future<?>> shifts =
          IntStream.range(0, TicketBox.QUEUES.size())
              .<Future<?>>mapToObj(
                  i -> workers.submit(() -> shift(bench, TicketBox.QUEUES.get(i), i)))
              .toList();
      List<Job> jobs = IntStream.range(0, JOBS).mapToObj(i -> bench.order("Video " + i)).toList();
      Await.until("all jobs are done", Duration.ofSeconds(60), () -> bench.usages.size() >= JOBS);
      over = true;
      for (Future<?> shift : shifts) {
        shift.get();
      }
      check(bench, jobs);
    } finally {
      over = true;
      workers.shutdownNow();
    }
  }

  private void check(Bench bench, List<Job> jobs) {
    bench.until(
        "all ends are told",
        () ->
            bench.recordedTypes().stream().filter(JobEvent.Type.JOB_COMPLETED::equals).count()
                >= JOBS);
    // Told at least once: the second node, thinking itself alone, may repeat what the first told.
    Map<String, List<JobEvent>> byJob =
        bench.recorded.stream().distinct().collect(Collectors.groupingBy(JobEvent::jobId));
    for (Job job : jobs) {
      assertThat(bench.job(job.id()).state()).isEqualTo(JobState.COMPLETED);
      List<JobEvent> events = byJob.get(job.id());
      assertThat(events)
          .extracting(JobEvent::sequence)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, events.size()).mapToObj(Long::valueOf).toList());
      assertThat(events)
          .filteredOn(event -> event.type() == JobEvent.Type.STEP_DONE)
          .extracting(event -> event.step() + event.part())
          .doesNotHaveDuplicates()
          .hasSize(7 + Samples.SCENES + Samples.SEGMENTS);
    }
  }

  private void shift(Bench bench, String queue, int seed) {
    Random random = new Random(seed);
    while (!over) {
      Optional<Bench.Lease> taken = bench.poll(queue, "node-" + seed);
      taken.ifPresent(lease -> stumble(bench, lease, random));
    }
  }

  private static void stumble(Bench bench, Bench.Lease lease, Random random) {
    switch (random.nextInt(8)) {
      case 0 -> {
        // The node dies: nothing more is heard of it.
      }
      case 1 -> bench.handBack(lease);
      case 2 -> bench.fail(lease, FailureCode.UNAVAILABLE, "stumbled");
      case 3 -> {
        bench.complete(lease);
        bench.complete(lease);
        bench.fail(lease, FailureCode.INTERNAL, "too late");
      }
      default -> {
        bench.beat(lease, random.nextDouble());
        bench.complete(lease);
      }
    }
  }

  private void patientWorkflow() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/workflows/video-generation.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          workflows.resolve("patient.yaml"),
          text.replace("count: 3, backoff: 1s", "count: 50, backoff: 10ms"));
    }
  }
}
