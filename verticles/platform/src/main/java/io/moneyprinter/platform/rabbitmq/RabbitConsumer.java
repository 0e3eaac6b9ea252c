package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the tickets of one work queue: as many unacknowledged ones as there are slots (prefetch),
 * so that the broker gives the others to nodes that are free.
 */
final class RabbitConsumer implements TaskQueue.Consumer, RabbitLink.Part {
  private static final Logger LOG = LoggerFactory.getLogger(RabbitConsumer.class);

  private final RabbitLink link;
  private final RabbitTopology topology;
  private final String queue;
  private final int slots;
  private final Context context;
  private final TicketSlots tickets;
  private volatile boolean stopped;
  private Channel channel; // of the link's thread
  private String consumerTag; // of the link's thread

  /**
   * @param hold how long a ticket stays unacknowledged at most
   */
  RabbitConsumer(
      RabbitLink link,
      RabbitTopology topology,
      TicketReturns returns,
      String queue,
      int slots,
      Duration hold,
      Function<String, Future<Void>> handler) {
    this.link = link;
    this.topology = topology;
    this.queue = queue;
    this.slots = slots;
    this.context = link.vertx().getOrCreateContext();
    this.tickets = new TicketSlots(link.vertx(), context, returns, slots, hold, handler);
  }

  @Override
  public void open(Connection connection) throws IOException {
    if (stopped) {
      return;
    }
    Channel fresh = connection.createChannel();
    topology.declareWork(fresh, queue);
    fresh.basicQos(slots);
    channel = fresh;
    context.runOnContext(now -> tickets.forgetAllBut(fresh));
    consumerTag = fresh.basicConsume(topology.workQueue(queue), false, new Deliveries(fresh));
  }

  /** What the broker says; called on the client's threads. */
  private final class Deliveries extends DefaultConsumer {
    Deliveries(Channel channel) {
      super(channel);
    }

    @Override
    public void handleDelivery(
        String tag, Envelope envelope, BasicProperties properties, byte[] body) {
      HeldTicket held =
          new HeldTicket(
              TicketLetter.read(queue, properties, body), getChannel(), envelope.getDeliveryTag());
      context.runOnContext(now -> tickets.arrived(held, envelope.isRedeliver()));
    }

    /** The queue was deleted, or its node left the broker's cluster. */
    @Override
    public void handleCancel(String tag) {
      LOG.warn("RabbitMQ has ended the deliveries from {}", queue);
      link.reopen(RabbitConsumer.this);
    }

    @Override
    public void handleShutdownSignal(String tag, ShutdownSignalException cause) {
      if (!cause.isHardError() && !cause.isInitiatedByApplication()) {
        LOG.warn("RabbitMQ has closed the channel of {}: {}", queue, cause.getMessage());
        link.reopen(RabbitConsumer.this);
      }
    }
  }

  @Override
  public void stop() {
    stopped = true;
    context.runOnContext(now -> tickets.stop());
    link.run(
            connection -> {
              if (channel != null && channel.isOpen() && consumerTag != null) {
                channel.basicCancel(consumerTag);
              }
              return null;
            })
        .onFailure(
            cause -> LOG.debug("{} is not taken from any more: {}", queue, cause.getMessage()));
  }

  @Override
  public int busy() {
    return tickets.busy();
  }
}
