package io.moneyprinter.platform.tasks;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Carries tickets to nodes with free slots. Tickets may be lost or arrive twice: the
 * orchestration's tables are the truth, and it puts a ticket again when nobody claimed the work.
 */
public interface TaskQueue {
  /** Puts tickets into their queues; done when they are durable. */
  Future<Void> put(List<Ticket> tickets);

  /**
   * Takes tickets while fewer than {@code slots} are being handled; a slot is free again when the
   * handler's future completes, however it does. A ticket whose handler fails, or whose node dies,
   * is delivered again, up to {@link QueueLimits#deliveries()} times; then it is a dead letter.
   */
  Future<Consumer> take(String queue, int slots, Function<String, Future<Void>> handler);

  /** The tickets that were given up. */
  DeadLetters deadLetters();

  /** How many tickets wait in each queue that this node knows, by name. */
  Future<Map<String, Long>> depths();

  /** Succeeds when the queue can be reached. */
  Future<?> ping();

  Future<Void> close();

  /** A running consumer of one queue. */
  interface Consumer {
    /** Takes no more tickets; those being handled go on. */
    void stop();

    /** Tickets being handled. */
    int busy();
  }
}
