package io.moneyprinter.orchestration;

import io.moneyprinter.platform.tasks.DeadLetters;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A queue from which the test itself takes, and which can lose tickets. */
final class TicketBox implements TaskQueue {
  /** Of the usual workflow. */
  static final List<String> QUEUES =
      List.of(
          "content.network",
          "speech.cpu",
          "materials.network",
          "materials.cpu",
          "video.cpu",
          "video.encode");

  private final Map<String, BlockingQueue<Ticket>> queues = new ConcurrentHashMap<>();
  private final List<Ticket> all = new CopyOnWriteArrayList<>();
  private volatile boolean losing;

  @Override
  public Future<Void> put(List<Ticket> tickets) {
    all.addAll(tickets);
    if (!losing) {
      tickets.forEach(ticket -> queue(ticket.queue()).add(ticket));
    }
    return Future.succeededFuture();
  }

  private BlockingQueue<Ticket> queue(String name) {
    return queues.computeIfAbsent(name, n -> new LinkedBlockingQueue<>());
  }

  /** The next ticket of a queue; an error when none comes. */
  Ticket next(String queue) {
    try {
      Ticket ticket = queue(queue).poll(10, TimeUnit.SECONDS);
      if (ticket == null) {
        throw new AssertionError("No ticket came into " + queue + "; there were " + all);
      }
      return ticket;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A ticket if one comes within a moment. */
  Optional<Ticket> poll(String queue) {
    try {
      return Optional.ofNullable(queue(queue).poll(20, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The step of a ticket of any queue, if there is one now. */
  Optional<String> any(Random random) {
    List<BlockingQueue<Ticket>> filled =
        queues.values().stream().filter(queue -> !queue.isEmpty()).toList();
    return filled.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(filled.get(random.nextInt(filled.size())).poll()).map(Ticket::id);
  }

  void lose(boolean lost) {
    losing = lost;
  }

  /** Everything ever put. */
  List<Ticket> all() {
    return all;
  }

  @Override
  public Future<Consumer> take(String queue, int slots, Function<String, Future<Void>> handler) {
    return Future.failedFuture("The test takes the tickets itself");
  }

  @Override
  public DeadLetters deadLetters() {
    throw new UnsupportedOperationException("The test takes the tickets itself");
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
