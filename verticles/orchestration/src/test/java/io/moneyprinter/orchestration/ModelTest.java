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
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.orchestration.run.StragglerRule;
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
 * time-outs, second copies, doubled and outdated answers, and every command at any moment. Whatever
 * happens, the job's own history has to keep the rules of a durable workflow.
 */
class ModelTest {
  private static final String ANEW = "Done anew from step ";
  private static final int MOVES = 250;

  /** A failure for good, calling off, doing anew. */
  private static final Set<Integer> LEADS_BACK = Set.of(4, 7, 11);

  private static final List<String> NODES = List.of("node-1", "node-2", "node-3");

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
    begin(seed);
    for (int i = 0; i < MOVES; i++) {
      move(random.nextInt(60));
    }
    bringHome();
    history(workflow());
  }

  /** From where the segments begin, with nothing that would lead back behind them. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void secondCopiesKeepTheRulesToo(long seed) {
    begin(seed);
    bench.workUpToSegments();
    for (int i = 0; i < 6 * MOVES; i++) {
      int kind = random.nextInt(60);
      if (!LEADS_BACK.contains(kind)) {
        move(kind);
      }
    }
    bringHome();
    history(workflow());
  }

  private void begin(long seed) {
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
        new Settings()
            .workflows(workflows)
            .lease(Duration.ofMillis(300))
            .sweep(Duration.ofMillis(5))
            .ticketPause(Duration.ofMillis(150))
            .progressPause(Duration.ofMillis(50))
            .relay(Duration.ofMillis(50))
            .stragglers(new StragglerRule(0.5, Duration.ofMillis(1), 1))
            .build());
    NODES.forEach(node -> bench.offer(node, "video.encode", 8));
    job = bench.order("Walk " + seed);
  }

  private void move(int kind) {
    switch (kind) {
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
              .filter(lease -> !isSegment(lease) || random.nextInt(30) == 0)
              .ifPresent(this::end);
      default ->
          bench
              .tickets
              .any(random)
              .map(ticket -> new Bench.Lease(ticket, bench.claim(ticket, node())))
              .filter(lease -> lease.claim().granted())
              .ifPresent(held::add);
    }
  }

  private void end(Bench.Lease lease) {
    if (isSegment(lease)) {
      bench.complete(lease, Bench.json(Samples.rendered(0)));
    } else {
      bench.complete(lease);
    }
    held.remove(lease);
    spent.add(lease);
  }

  /** Segments take longer than all else, so that some of them are tried by a second node. */
  private static boolean isSegment(Bench.Lease lease) {
    return lease.claim().address().equals(VideoMessages.RENDER_SEGMENT.address());
  }

  private String node() {
    return NODES.get(random.nextInt(NODES.size()));
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
          TicketBox.QUEUES.forEach(queue -> bench.poll(queue, "last").ifPresent(bench::complete));
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
        case STEP_COPIED ->
            assertThat(done).as("what is done is not tried as well").doesNotContain(part);
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
