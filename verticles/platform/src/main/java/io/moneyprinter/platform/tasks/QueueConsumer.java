package io.moneyprinter.platform.tasks;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Keeps the slots of one queue full: asks for as many tickets as there are free slots, one question
 * at a time. Safe to call from any thread.
 */
final class QueueConsumer implements TaskQueue.Consumer {
  private final String queue;
  private final int slots;
  private final Function<String, Future<Void>> handler;
  private final IntFunction<Future<List<Delivery>>> source;

  private int busy;
  private boolean asking;
  private boolean askAgain;
  private boolean stopped;

  QueueConsumer(
      String queue,
      int slots,
      Function<String, Future<Void>> handler,
      IntFunction<Future<List<Delivery>>> source) {
    this.queue = queue;
    this.slots = slots;
    this.handler = handler;
    this.source = source;
  }

  /** Looks for tickets, unless all slots are taken. */
  void wake() {
    int free;
    synchronized (this) {
      if (stopped || busy >= slots) {
        return;
      }
      if (asking) {
        askAgain = true;
        return;
      }
      asking = true;
      free = slots - busy;
    }
    source.apply(free).onComplete(answer -> answered(answer.otherwise(List.of()).result()));
  }

  private void answered(List<Delivery> deliveries) {
    boolean again;
    synchronized (this) {
      asking = false;
      busy += deliveries.size();
      again = askAgain || !deliveries.isEmpty();
      askAgain = false;
    }
    deliveries.forEach(this::handle);
    if (again) {
      wake();
    }
  }

  private void handle(Delivery delivery) {
    Future<Void> work;
    try {
      work = handler.apply(delivery.id());
    } catch (RuntimeException e) {
      work = Future.failedFuture(e);
    }
    work.onComplete(
        done -> {
          delivery.settled().accept(done.cause());
          synchronized (this) {
            busy--;
          }
          wake();
        });
  }

  @Override
  public synchronized void stop() {
    stopped = true;
  }

  @Override
  public synchronized int busy() {
    return busy;
  }

  @Override
  public String toString() {
    return queue;
  }
}
