package io.moneyprinter.platform.tasks;

import io.vertx.core.Future;

/** Carries out a task. The same request may come again after a crash and has to give the same. */
@FunctionalInterface
public interface TaskHandler<Q extends Record, R extends Record> {
  Future<R> run(Q request, TaskContext context);
}
