package io.moneyprinter.testsupport;

import io.moneyprinter.codecs.queue.DeadLetter;
import io.moneyprinter.platform.tasks.DeadLetters;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A queue that never carries anything, for services whose tasks are asked for directly. */
final class NoTaskQueue implements TaskQueue {
  @Override
  public Future<Void> put(List<Ticket> tickets) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Consumer> take(String queue, int slots, Function<String, Future<Void>> handler) {
    return Future.succeededFuture(
        new Consumer() {
          @Override
          public void stop() {
            // Nothing was ever taken.
          }

          @Override
          public int busy() {
            return 0;
          }
        });
  }

  @Override
  public DeadLetters deadLetters() {
    return new DeadLetters() {
      @Override
      public Future<List<DeadLetter>> list(int limit) {
        return Future.succeededFuture(List.of());
      }

      @Override
      public Future<Integer> replay(Set<String> ids) {
        return Future.succeededFuture(0);
      }

      @Override
      public Future<Integer> drop(Set<String> ids) {
        return Future.succeededFuture(0);
      }
    };
  }

  @Override
  public Future<Map<String, Long>> depths() {
    return Future.succeededFuture(Map.of());
  }

  @Override
  public Future<?> ping() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
