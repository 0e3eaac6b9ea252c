package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.Task;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;

/** Answers a task that is asked for directly, without the queue. */
public final class DirectTask {
  private DirectTask() {}

  /**
   * Registers it on the event bus under the task's own address.
   *
   * @param handler called on the context that this is called on; what it throws becomes the answer
   * @return to unregister it by
   */
  public static <Q extends Record, R extends Record> MessageConsumer<Object> serve(
      Vertx vertx, Task<Q, R> task, TaskHandler<Q, R> handler) {
    return new Endpoint<>(task.address(), task.requestType(), task.replyType(), task.timeLimit())
        .serve(
            vertx.eventBus(),
            request ->
                handler.run(
                    request,
                    new RunningTask(
                        new DirectCalls(vertx, task.address(), CallContext.currentOrSystem()),
                        null)));
  }
}
