package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.orchestration.fair.TenantLimits;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.tasks.Ticket;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose turn it is when a slot frees. */
class FairnessTest {
  private static final String SCRIPTS = "content.network";
  private static final int MANY = 500;
  private static final int TASKS_OF_A_JOB = 12;

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void make() {
    bench = new Bench(test);
  }

  private Job order(String tenant, Priority priority) {
    return answer(
        OrchestrationMessages.CREATE_JOB.ask(
            bench.bus(),
            new CreateJob(Samples.brief("Coffee."), null, priority),
            Bench.tenant(tenant)));
  }

  private List<Job> orders(String tenant, int count) {
    List<Future<Job>> orders =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    OrchestrationMessages.CREATE_JOB.ask(
                        bench.bus(),
                        new CreateJob(Samples.brief("Number " + i), null),
                        Bench.tenant(tenant)))
            .toList();
    return orders.stream().map(order -> answer(order, 60)).toList();
  }

  private String tenantOf(Bench.Lease lease) {
    return lease.claim().tenant();
  }

  @Test
  void oneVideoComesNextAlthoughAnotherTenantQueuedFiveHundredBefore() {
    bench.start(Bench.CONFIG);
    bench.offer("node-1", SCRIPTS, 2);
    orders("a", MANY);
    Bench.Lease first = bench.take(SCRIPTS);
    Bench.Lease second = bench.take(SCRIPTS);
    assertThat(List.of(tenantOf(first), tenantOf(second))).containsOnly("a");
    assertThat(bench.tickets.poll(SCRIPTS)).as("no ticket waits without a slot").isEmpty();

    Job single = order("b", null);
    assertThat(single.queuePosition()).isZero();
    assertThat(bench.tickets.poll(SCRIPTS)).as("no slot is free").isEmpty();
    bench.complete(first);

    Bench.Lease next = bench.take(SCRIPTS);
    assertThat(tenantOf(next)).isEqualTo("b");
    bench.complete(next);
    assertThat(Jobs.get(bench, single.id(), "b").state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void withOneSlotTenantsTakeTurns() {
    bench.start(Bench.CONFIG);
    bench.offer("node-1", SCRIPTS, 1);
    orders("a", 4);
    Bench.Lease running = bench.take(SCRIPTS);
    orders("b", 3);
    List<String> order = new ArrayList<>(List.of(tenantOf(running)));
    for (int i = 0; i < 6; i++) {
      bench.complete(running);
      running = bench.take(SCRIPTS);
      order.add(tenantOf(running));
    }
    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b", "a");
  }

  @Test
  void withinATenantWhatMattersMoreComesFirst() {
    bench.start(Bench.CONFIG);
    bench.offer("node-1", SCRIPTS, 1);
    order("a", Priority.NORMAL);
    Bench.Lease running = bench.take(SCRIPTS);
    Job low = order("a", Priority.LOW);
    Job normal = order("a", Priority.NORMAL);
    Job high = order("a", Priority.HIGH);
    assertThat(List.of(low, normal, high))
        .extracting(job -> Jobs.get(bench, job.id(), "a").queuePosition())
        .containsExactly(2, 1, 0);
    for (Job expected : List.of(high, normal, low)) {
      bench.complete(running);
      running = bench.take(SCRIPTS);
      assertThat(Jobs.get(bench, expected.id(), "a").state()).isEqualTo(JobState.RUNNING);
    }
  }

  @Test
  void aTenantHasNoMoreVideosUnderWayThanAllowed() {
    bench.start(Bench.config(new TenantLimits(1, 0)));
    bench.offer("node-1", SCRIPTS, 8);
    Job first = order("a", null);
    order("a", null);
    order("a", null);
    order("b", null);
    Bench.Lease one = bench.take(SCRIPTS);
    Bench.Lease two = bench.take(SCRIPTS);
    assertThat(List.of(tenantOf(one), tenantOf(two))).containsExactlyInAnyOrder("a", "b");
    assertThat(bench.tickets.poll(SCRIPTS)).isEmpty();

    bench.complete(tenantOf(one).equals("a") ? one : two);
    assertThat(bench.tickets.poll(SCRIPTS)).as("its other steps are not done").isEmpty();
    answer(
        OrchestrationMessages.CANCEL_JOB.ask(
            bench.bus(), new CancelJob(first.id()), Bench.tenant("a")));
    assertThat(tenantOf(bench.take(SCRIPTS))).isEqualTo("a");
    assertThat(bench.tickets.poll(SCRIPTS)).isEmpty();
  }

  @Test
  void aTenantHasNoMoreTasksUnderWayThanAllowed() {
    bench.start(Bench.config(new TenantLimits(0, 2)));
    bench.offer("node-1", SCRIPTS, 8);
    orders("a", 5);
    Bench.Lease first = bench.take(SCRIPTS);
    bench.take(SCRIPTS);
    assertThat(bench.tickets.poll(SCRIPTS)).isEmpty();
    bench.complete(first);
    // A ticket may be put twice when the service starts, so steps are counted.
    bench.until("a later step took the place", () -> steps() == 3);
    assertThat(steps()).as("two of scripts and one of materials were let out").isEqualTo(3);
  }

  private long steps() {
    return bench.tickets.all().stream().map(Ticket::id).distinct().count();
  }

  @Test
  void slotsThatAreTakenBackAreNotFilledAndNewOnesAreAtOnce() {
    bench.start(Bench.CONFIG);
    bench.offer("node-1", SCRIPTS, 1);
    bench.offer("node-2", SCRIPTS, 1);
    orders("a", 5);
    Bench.Lease first = bench.take(SCRIPTS);
    bench.take(SCRIPTS);
    bench.offer("node-2", SCRIPTS, 0);
    bench.complete(first);
    assertThat(bench.tickets.poll(SCRIPTS)).isEmpty();
    bench.offer("node-3", SCRIPTS, 2);
    bench.take(SCRIPTS);
    assertThat(bench.tickets.next(SCRIPTS)).isNotNull();
  }

  @Test
  void twoHundredVideosAtOnceAreEachMadeOnce() {
    bench.start(Bench.CONFIG, test.node().tasks());
    SwiftWorkers workers = new SwiftWorkers(test, TaskSlots.forCores(2));
    List<Job> jobs = orders("a", 200);
    bench.within(120, "all are finished", () -> bench.usages.size() == jobs.size());
    assertThat(workers.runs).hasSize(jobs.size() * TASKS_OF_A_JOB);
    assertThat(Collections.frequency(workers.runs, "a video.publish")).isEqualTo(jobs.size());
    bench.within(
        60,
        "the ends are told",
        () -> Collections.frequency(bench.recordedTypes(), JobEvent.Type.JOB_COMPLETED) == 200);
  }
}
