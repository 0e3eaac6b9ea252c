package io.moneyprinter.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryManagerTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong free = new AtomicLong(1000);

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private MemoryManager manager(Duration growth) {
    return new MemoryManager(vertx, free::get, 100, growth);
  }

  private static MemoryManager.Grant now(Future<MemoryManager.Grant> wish) {
    assertThat(wish.isComplete()).isTrue();
    return wish.result();
  }

  @Test
  void aTaskThatDoesNotFitWaitsUntilOneHasEnded() {
    MemoryManager memory = manager(LONG);
    MemoryManager.Grant first = now(memory.admit(400));
    now(memory.admit(400));
    Future<MemoryManager.Grant> third = memory.admit(400);
    assertThat(third.isComplete()).as("100 are left and 100 are to stay free").isFalse();
    assertThat(memory.waiting()).isEqualTo(1);

    first.release();
    now(third);
    assertThat(memory.waiting()).isZero();
  }

  @Test
  void aSmallOneDoesNotOvertakeALargeOne() {
    MemoryManager memory = manager(LONG);
    MemoryManager.Grant first = now(memory.admit(800));
    Future<MemoryManager.Grant> large = memory.admit(700);
    Future<MemoryManager.Grant> small = memory.admit(10);
    assertThat(small.isComplete()).isFalse();
    now(memory.admit(0)).release();
    first.release();
    now(large);
    now(small);
  }

  @Test
  void oneThatIsLargerThanTheMachineRunsAlone() {
    MemoryManager memory = manager(LONG);
    MemoryManager.Grant small = now(memory.admit(10));
    Future<MemoryManager.Grant> huge = memory.admit(5000);
    assertThat(huge.isComplete()).isFalse();
    small.release();
    MemoryManager.Grant alone = now(huge);
    Future<MemoryManager.Grant> next = memory.admit(10);
    assertThat(next.isComplete()).as("nothing runs beside it").isFalse();
    alone.release();
    alone.release();
    now(next);
  }

  @Test
  void memoryThatOtherProgramsLeaveIsNoticed() throws Exception {
    MemoryManager memory = manager(LONG);
    now(memory.admit(10));
    free.set(0);
    Future<MemoryManager.Grant> waiting = memory.admit(500);
    assertThat(waiting.isComplete()).isFalse();
    free.set(1000);
    waiting.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void whatATaskHasTakenIsNotCountedTwice() {
    MemoryManager memory = manager(Duration.ZERO);
    now(memory.admit(800));
    free.set(200);
    now(memory.admit(100));
    assertThat(memory.admit(101).isComplete()).isFalse();
  }
}
