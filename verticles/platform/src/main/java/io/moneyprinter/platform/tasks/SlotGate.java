package io.moneyprinter.platform.tasks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Slots and places on graphics processors of one worker, for tasks that may want several at once.
 * First come, first served: who wants many is not overtaken for ever by those who want one. Safe to
 * use from any thread.
 */
final class SlotGate {
  private final Deque<Wish> waiting = new ArrayDeque<>();
  private int slots;
  private int gpus;

  private record Wish(int slots, int gpus, Promise<Void> answer) {}

  SlotGate(int slots, int gpus) {
    this.slots = slots;
    this.gpus = gpus;
  }

  /** Done when they are taken; then they have to be {@linkplain #leave given back}. */
  Future<Void> enter(int wantedSlots, int wantedGpus) {
    Promise<Void> answer = Promise.promise();
    synchronized (this) {
      waiting.add(new Wish(wantedSlots, wantedGpus, answer));
    }
    serve();
    return answer.future();
  }

  void leave(int freedSlots, int freedGpus) {
    synchronized (this) {
      slots += freedSlots;
      gpus += freedGpus;
    }
    serve();
  }

  private void serve() {
    List<Promise<Void>> served = new ArrayList<>();
    synchronized (this) {
      while (!waiting.isEmpty() && waiting.peek().slots <= slots && waiting.peek().gpus <= gpus) {
        Wish wish = waiting.poll();
        slots -= wish.slots;
        gpus -= wish.gpus;
        served.add(wish.answer);
      }
    }
    served.forEach(Promise::complete);
  }
}
