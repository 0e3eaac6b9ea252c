package io.moneyprinter.platform.rabbitmq;

import io.moneyprinter.platform.tasks.QueueLimits;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How held tickets go back to the broker. A ticket that is to come again is published anew before
 * the old one is acknowledged, so that it may come twice but is never lost; the count of its vain
 * deliveries travels with it, which a broker's own redelivery could not do on a classic queue.
 */
final class TicketReturns {
  private static final Logger LOG = LoggerFactory.getLogger(TicketReturns.class);

  private final RabbitLink link;
  private final ConfirmedPublisher publisher;
  private final RabbitTopology topology;
  private final Duration life;
  private final QueueLimits limits;

  /**
   * @param link that the tickets came over
   * @param publisher on another link: a broker that blocks publishers still takes acknowledgements
   */
  TicketReturns(
      RabbitLink link,
      ConfirmedPublisher publisher,
      RabbitTopology topology,
      Duration life,
      QueueLimits limits) {
    this.link = link;
    this.publisher = publisher;
    this.topology = topology;
    this.life = life;
    this.limits = limits;
  }

  /** Handled, or of no use any more. */
  Future<Void> acknowledge(HeldTicket held) {
    var channel = held.channel();
    long tag = held.tag();
    return link.run(
        open -> {
          channel.basicAck(tag, false);
          return null;
        });
  }

  /** As it is: to whoever is free, or to wait for its time. */
  Future<Void> forward(HeldTicket held) {
    return publish(held, held.letter().letter(topology, life));
  }

  /** Delivered in vain once more: again, or given up. */
  Future<Void> failed(HeldTicket held, Throwable cause) {
    return again(held, limits.failed(cause));
  }

  /** Its last consumer went away over it. */
  Future<Void> unfinished(HeldTicket held) {
    return again(held, limits.unfinished());
  }

  private Future<Void> again(HeldTicket held, String reason) {
    TicketLetter ticket = held.letter().delivered(held.letter().deliveries() + 1);
    if (ticket.deliveries() < limits.deliveries()) {
      return publish(held, ticket.letter(topology, life));
    }
    LOG.error("Ticket {} of {} is a dead letter: {}", ticket.id(), ticket.queue(), reason);
    return publish(held, DeadTicket.of(ticket, reason).letter(topology));
  }

  private Future<Void> publish(HeldTicket held, Letter letter) {
    return publisher
        .publish(List.of(letter), channel -> {})
        .compose(done -> held.released() ? Future.succeededFuture() : acknowledge(held))
        .onFailure(
            cause ->
                LOG.warn("Ticket {} stays as it is: {}", held.letter().id(), cause.getMessage()));
  }
}
