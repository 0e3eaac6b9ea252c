package io.moneyprinter.platform.node;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private final Drain drain = new Drain(PATIENCE);

  @Test
  void itIsDrainedWhenAllWorkersAre() {
    Promise<Void> slow = Promise.promise();
    drain.add(patience -> slow.future());
    drain.add(patience -> Future.succeededFuture());
    assertThat(drain.state()).isEqualTo(Drain.State.SERVING);

    Future<Void> leaving = drain.begin();
    assertThat(drain.state()).isEqualTo(Drain.State.DRAINING);

    slow.complete();
    answer(leaving);
    assertThat(drain.state()).isEqualTo(Drain.State.DRAINED);
  }

  @Test
  void aWorkerIsStoppedOnceWithTheTimeItHas() {
    AtomicInteger stops = new AtomicInteger();
    Supplier<Future<Void>> stop =
        drain.add(
            patience -> {
              assertThat(patience).isEqualTo(PATIENCE);
              stops.incrementAndGet();
              return Future.succeededFuture();
            });

    answer(drain.begin());
    answer(drain.begin());
    answer(stop.get());

    assertThat(stops).hasValue(1);
  }

  @Test
  void aWorkerThatCouldNotHandOverKeepsNobodyFromLeaving() {
    drain.add(patience -> Future.failedFuture("the orchestration is not there"));

    answer(drain.begin());

    assertThat(drain.state()).isEqualTo(Drain.State.DRAINED);
  }

  @Test
  void aWorkerThatComesWhileTheNodeLeavesIsStopped() {
    answer(drain.begin());
    AtomicInteger stops = new AtomicInteger();

    drain.add(
        patience -> {
          stops.incrementAndGet();
          return Future.succeededFuture();
        });

    assertThat(stops).hasValue(1);
  }
}
