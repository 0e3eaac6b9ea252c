package io.moneyprinter.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What consumers outside are told, when there is a broker to tell them. */
class OutsideEventsTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  /** A broker that can be away. */
  private static final class Broker implements EventSink {
    private final List<JobEvent> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;

    @Override
    public boolean open() {
      return true;
    }

    @Override
    public Future<Void> publish(List<JobEvent> events, String correlationId) {
      if (away) {
        refused.incrementAndGet();
        return Future.failedFuture(ServiceFailure.unavailable("The broker is away"));
      }
      told.addAll(events);
      return Future.succeededFuture();
    }
  }

  @Test
  void aBrokerThatIsAwayHoldsUpNobodyAndIsToldEverythingInOrderWhenItIsBack() {
    Bench bench = new Bench(test);
    Broker broker = new Broker();
    broker.away = true;
    bench.start(Bench.CONFIG, bench.tickets, broker);
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.awaitUsage(JobState.COMPLETED);
    bench.until("the broker was tried", () -> broker.refused.get() > 0);
    assertThat(broker.told).isEmpty();

    broker.away = false;

    bench.until("all is told", () -> broker.told.size() >= bench.recorded.size());
    assertThat(broker.told).containsExactlyElementsOf(bench.recorded);
  }
}
