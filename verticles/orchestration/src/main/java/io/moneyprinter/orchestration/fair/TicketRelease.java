package io.moneyprinter.orchestration.fair;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.orchestration.run.Pulse;
import io.moneyprinter.orchestration.run.Tickets;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.TurnStore;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the tickets of steps whose turn it is, as soon as a slot frees. All that waits is in the
 * database, so any number of nodes may do this, and the queue carries no more than is free. Has to
 * be made on the service's event loop.
 */
public final class TicketRelease {
  private static final int AGAIN_AT_ONCE = 200;

  private final Vertx vertx;
  private final Pool pool;
  private final TurnOrder order;
  private final TurnStore turns;
  private final Tickets tickets;
  private final Map<String, String> queues;
  private final Pulse pulse;
  private boolean adopted;

  /**
   * @param every how often to look besides whenever something changes
   */
  public TicketRelease(
      Vertx vertx,
      Pool pool,
      TurnOrder order,
      TurnStore turns,
      Tickets tickets,
      MessageCatalogue catalogue,
      Duration every) {
    this.vertx = vertx;
    this.pool = pool;
    this.order = order;
    this.turns = turns;
    this.tickets = tickets;
    this.queues = queues(catalogue);
    this.pulse = new Pulse(vertx, "hand out steps", every, this::pass);
    wake();
  }

  private static Map<String, String> queues(MessageCatalogue catalogue) {
    Map<String, String> queues = new TreeMap<>();
    catalogue
        .calls()
        .forEach(
            (address, call) -> {
              if (call instanceof Task<?, ?> task) {
                queues.put(address, task.queue());
              }
            });
    return queues;
  }

  private Future<?> pass() {
    return adopt().compose(ready -> order.next(pool)).onSuccess(tickets::put);
  }

  /** Once, and again until it succeeds: before that nothing can be handed out anyway. */
  private Future<?> adopt() {
    return adopted
        ? Future.succeededFuture()
        : turns.adopt(pool, queues).onSuccess(done -> adopted = true);
  }

  /** A slot may have become free, or something may have come that wants one. */
  public void wake() {
    pulse.wake();
  }

  /** As {@link #wake}, and once more when what waits out a pause becomes due. */
  public void wake(JobChange change) {
    wake();
    for (Ticket ticket : change.tickets()) {
      if (ticket.notBefore().isAfter(change.now())) {
        long pause = Duration.between(change.now(), ticket.notBefore()).toMillis();
        vertx.setTimer(pause + 1, due -> wake());
      }
    }
  }

  /** Puts tickets again that nobody has taken for {@code pause}: they may have been lost. */
  public Future<?> putAgain(Duration pause) {
    return turns.again(pool, pause, AGAIN_AT_ONCE).onSuccess(tickets::put);
  }

  /** Hands out nothing more; done when what is under way is. */
  public Future<?> close() {
    return pulse.close();
  }
}
