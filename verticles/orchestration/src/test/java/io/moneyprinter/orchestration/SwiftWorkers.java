package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.tasks.TaskWork;
import io.moneyprinter.platform.tasks.TaskWorker;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Real workers over the real queue whose tasks take no time. */
final class SwiftWorkers {
  /** Tenant and task of all that was carried out, in order. */
  final List<String> runs = new CopyOnWriteArrayList<>();

  SwiftWorkers(TestNode test, TaskSlots slots) {
    this(test, slots, "");
  }

  /** Of every queue but one. */
  static SwiftWorkers allBut(TestNode test, String queue) {
    return new SwiftWorkers(test, TaskSlots.forCores(2), queue);
  }

  private SwiftWorkers(TestNode test, TaskSlots slots, String without) {
    Map<String, Map<String, TaskWork<?, ?>>> queues = new HashMap<>();
    for (Call<?, ?> call : MessageCatalogue.all().calls().values()) {
      if (call instanceof Task<?, ?> task) {
        queues
            .computeIfAbsent(task.queue(), queue -> new HashMap<>())
            .put(task.address(), work(task));
      }
    }
    queues.remove(without);
    queues.forEach(
        (queue, works) ->
            answer(
                new TaskWorker(test.vertx(), "node-1", queue, works)
                    .start(test.node().tasks(), slots)));
  }

  private <Q extends Record, R extends Record> TaskWork<Q, R> work(Task<Q, R> task) {
    return new TaskWork<>(
        task,
        (request, context) -> {
          runs.add(CallContext.currentOrSystem().tenant() + " " + task.address());
          int part = request instanceof RenderSegment render ? render.segment().index() : 0;
          return Future.succeededFuture(
              task.replyType().cast(Samples.answer(task.address(), part)));
        });
  }
}
