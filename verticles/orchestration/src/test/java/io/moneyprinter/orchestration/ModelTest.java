package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.orchestration.CompensationState;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.RetryJob;
import io.moneyprinter.orchestration.fair.TenantLimits;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import io.moneyprinter.orchestration.workflow.WorkflowReader;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random walks through what workers, owners and time may do to a job, by a seed: claims, crashes,
 * time-outs, doubled and outdated answers, and every command at any moment. Whatever happens, the
 * job's own history has to keep the rules of a durable workflow.
 */
class ModelTest {
  private static final String ANEW = "Done anew from step ";
  private static final int MOVES = 250;
  private static final List<String> QUEUES =
      List.of(
          "content.network",
          "speech.cpu",
          "materials.network",
          "materials.cpu",
          "video.cpu",
          "video.encode");

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path workflows;
  private final List<Bench.Lease> held = new ArrayList<>();
  private final List<Bench.Lease> spent = new ArrayList<>();
  private Bench bench;
  private Random random;
  private Job job;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverHappensTheHistoryKeepsTheRules(long seed) {
    random = new Random(seed);
    bench = new Bench(test);
    ConfigMessages.PUT.serve(
        bench.bus(),
        put ->
            random.nextInt(3) == 0
                ? Future.failedFuture("stumbled")
                : Future.succeededFuture(
                    new Setting(put.key(), put.value(), 1, Instant.now(), "test")));
    Workflows.edited(
        workflows,
        Workflows.QUICK_RETRIES,
        "count: 100, backoff: 5ms, longest: 10ms, jitter: 0",
        "  - name: script\n",
        Workflows.compensated("script", "$result.title"),
        "  - name: speech\n",
        Workflows.compensated("speech", "$each.narration"),
        "  - name: segments\n",
        Workflows.compensated("segments", "$result.key"));
    bench.start(
        new OrchestrationConfig(
            "video-generation",
            Optional.of(workflows.toString()),
            Duration.ofMillis(300),
            Duration.ofMillis(30),
            Duration.ofMillis(150),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            new TenantLimits(0, 0),
            Bench.CONFIG.batch(),
            Bench.CONFIG.schedule()));
    job = bench.order("Walk " + seed);
    for (int i = 0; i < MOVES; i++) {
      move();
    }
    bringHome();
    history(workflow());
  }

  private void move() {
    switch (random.nextInt(60)) {
      case 0 -> held.clear(); // All nodes die.
      case 1, 2 -> pick(held).ifPresent(lease -> bench.fail(lease, FailureCode.TIMEOUT, "slow"));
      case 3 -> pick(held).ifPresent(bench::handBack);
      case 4 -> pick(held).ifPresent(lease -> bench.fail(lease, FailureCode.INVALID, "wrong"));
      case 5, 6 -> pick(spent).ifPresent(lease -> bench.complete(lease));
      case 7 -> ask(Jobs.cancel(bench, job.id()));
      case 8, 9 -> ask(Jobs.resume(bench, job.id()));
      case 10 -> ask(OrchestrationMessages.PAUSE_JOB.ask(bench.bus(), new PauseJob(job.id())));
      case 11 ->
          ask(
              OrchestrationMessages.RETRY_JOB.ask(
                  bench.bus(),
                  new RetryJob(
                      job.id(), List.of("script", "music", "plan").get(random.nextInt(3)))));
      case 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33 ->
          pick(held)
              .ifPresent(
                  lease -> {
                    bench.complete(lease);
                    held.remove(lease);
                    spent.add(lease);
                  });
      default ->
          bench
              .tickets
              .any(random)
              .map(ticket -> new Bench.Lease(ticket, bench.claim(ticket, "node")))
              .filter(lease -> lease.claim().granted())
              .ifPresent(held::add);
    }
  }

  private Optional<Bench.Lease> pick(List<Bench.Lease> leases) {
    return leases.isEmpty()
        ? Optional.empty()
        : Optional.of(leases.get(random.nextInt(leases.size())));
  }

  /** A command may be refused in the state the job happens to be in. */
  private static void ask(Future<Job> command) {
    answer(command.transform(any -> Future.succeededFuture()));
  }

  /** However it went, the job is not lost: with workers that do their work it completes. */
  private void bringHome() {
    bench.until(
        "the job completes",
        () -> {
          Job now = bench.job(job.id());
          if (now.state() == JobState.COMPLETED) {
            return true;
          }
          boolean undoing =
              now.steps().stream()
                  .anyMatch(step -> step.compensation() == CompensationState.PENDING);
          if (now.state() == JobState.PAUSED || now.state().terminal() && !undoing) {
            ask(Jobs.resume(bench, job.id()));
          }
          QUEUES.forEach(queue -> bench.poll(queue, "last").ifPresent(bench::complete));
          return false;
        });
    bench.until(
        "all is told",
        () ->
            bench.recorded.stream()
                .anyMatch(
                    event ->
                        event.type() == JobEvent.Type.JOB_COMPLETED
                            && event.sequence() >= lastTold()));
  }

  private Workflow workflow() {
    return WorkflowLibrary.open(
            new WorkflowReader(MessageCatalogue.all()), Optional.of(workflows), "video-generation")
        .current("video-generation");
  }

  private long lastTold() {
    return bench.recorded.stream().mapToLong(JobEvent::sequence).max().orElse(0);
  }

  private void history(Workflow workflow) {
    List<JobEvent> events =
        bench.recorded.stream()
            .distinct()
            .sorted(Comparator.comparingLong(JobEvent::sequence))
            .toList();
    Set<String> done = new HashSet<>();
    Map<String, Integer> undone = new HashMap<>();
    Set<String> undoing = new HashSet<>();
    double progress = 0;
    for (int i = 0; i < events.size(); i++) {
      JobEvent event = events.get(i);
      assertThat(event.sequence()).as("no number is missing").isEqualTo(i + 1L);
      String part = event.step() + "/" + event.part();
      switch (event.type()) {
        case STEP_DONE ->
            assertThat(done.add(part)).as("%s takes effect once until it is reset", part).isTrue();
        case STEP_STARTED -> {
          assertThat(event.state()).as("nothing begins unless it may").isEqualTo(JobState.RUNNING);
          assertThat(done).as("what is done does not begin again").doesNotContain(part);
        }
        case COMPENSATION_FAILED -> undoing.add(event.step());
        case STEP_COMPENSATED -> {
          undoing.add(event.step());
          assertThat(done).as("undone only after it is done").contains(part);
          assertThat(undone.merge(part, 1, Integer::sum)).as("undone once").isEqualTo(1);
          assertThat(event.state()).isIn(JobState.FAILED, JobState.CANCELLED);
        }
        case JOB_RESUMED -> {
          Set<String> anew = new HashSet<>();
          undoing.forEach(step -> anew.addAll(workflow.from(step)));
          if (event.message().startsWith(ANEW)) {
            anew.addAll(workflow.from(event.message().substring(ANEW.length()).split(" ")[0]));
          }
          done.removeIf(each -> anew.contains(each.split("/")[0]));
          undoing.clear();
          undone.clear();
          progress = 0;
        }
        default -> {}
      }
      assertThat(event.progress()).as("progress never falls").isGreaterThanOrEqualTo(progress);
      progress = event.progress();
    }
    assertThat(bench.job(job.id()).result()).isEqualTo(Samples.PUBLICATION);
  }
}
