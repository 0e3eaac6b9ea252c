package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.platform.rabbitmq.RabbitBroker;
import io.moneyprinter.platform.tasks.QueueLimits;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.tasks.TaskWork;
import io.moneyprinter.platform.tasks.TaskWorker;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.testsupport.TestRabbit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose task a real worker begins next, over each queue that can carry the tickets. */
class QueueFairnessTest {
  private static final int MANY = 500;
  private static final int AT_ONCE = 50;
  private static final int SLOTS = 2;

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @RegisterExtension final BeforeEachCallback context = running -> junit = running;

  private final List<Begun> begun = new CopyOnWriteArrayList<>();
  private ExtensionContext junit;
  private Bench bench;

  /** The queues that there are. */
  enum Carrier {
    POSTGRES,
    RABBITMQ
  }

  /** A task that goes on until it is given its result. */
  private record Begun(String tenant, Promise<Script> end) {
    void finish() {
      end.complete(
          ContentMessages.WRITE_SCRIPT
              .replyType()
              .cast(Samples.answer(ContentMessages.WRITE_SCRIPT.address(), 0)));
    }
  }

  private TaskQueue open(Carrier carrier) {
    return switch (carrier) {
      case POSTGRES -> test.node().tasks();
      case RABBITMQ ->
          answer(RabbitBroker.open(test.vertx(), TestRabbit.of(junit).fresh(), QueueLimits.USUAL))
              .tasks();
    };
  }

  private TaskWorker worker() {
    var work =
        new TaskWork<>(
            ContentMessages.WRITE_SCRIPT,
            (request, context) -> {
              Promise<Script> end = Promise.promise();
              begun.add(new Begun(CallContext.currentOrSystem().tenant(), end));
              return end.future();
            });
    return new TaskWorker(
        test.vertx(),
        "node-1",
        ContentMessages.WRITE_SCRIPT.queue(),
        Map.of(ContentMessages.WRITE_SCRIPT.address(), work));
  }

  private Future<Job> order(String tenant) {
    return OrchestrationMessages.CREATE_JOB.ask(
        bench.bus(), new CreateJob(Samples.brief("Coffee."), null), Bench.tenant(tenant));
  }

  /** Not all at the same moment: the database has few connections, and a busy machine is slow. */
  private void orderMany(String tenant) {
    for (int made = 0; made < MANY; made += AT_ONCE) {
      List<Future<Job>> orders =
          new ArrayList<>(IntStream.range(0, AT_ONCE).mapToObj(i -> order(tenant)).toList());
      orders.forEach(order -> answer(order, 60));
    }
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void oneVideoBeginsNextAlthoughAnotherTenantQueuedFiveHundredBefore(Carrier carrier) {
    TaskQueue queue = open(carrier);
    bench = new Bench(test);
    String orchestration = bench.start(Bench.CONFIG, queue);
    TaskWorker worker = worker();
    answer(worker.start(queue, new TaskSlots(SLOTS, 1, 1)));
    orderMany("a");
    bench.until("both slots are taken", () -> begun.size() == SLOTS);

    Job single = answer(order("b"));
    assertThat(single.queuePosition()).isZero();
    assertThat(begun).extracting(Begun::tenant).containsExactly("a", "a");
    begun.get(0).finish();
    bench.until("the free slot is taken", () -> begun.size() > SLOTS);
    assertThat(begun.get(SLOTS).tenant()).isEqualTo("b");
    begun.get(1).finish();
    bench.until("the other one as well", () -> begun.size() > SLOTS + 1);
    assertThat(begun.get(SLOTS + 1).tenant()).isEqualTo("a");

    answer(worker.stop(Duration.ofMillis(1)));
    bench.stop(orchestration);
    answer(queue.close());
  }
}
