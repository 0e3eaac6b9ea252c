package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.ConnectionFactory;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.tasks.QueueLimits;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * A RabbitMQ broker that carries tickets and, for consumers outside, events.
 *
 * @param tasks closing it ends both
 */
public record RabbitBroker(TaskQueue tasks, EventSink events) {
  /**
   * Connects, and declares what is needed. Fails with {@code UNAVAILABLE} when the broker cannot be
   * reached, with {@code INVALID} when the options cannot be used.
   */
  public static Future<RabbitBroker> open(Vertx vertx, RabbitOptions options, QueueLimits limits) {
    return vertx
        .executeBlocking(() -> RabbitConnections.factory(options), false)
        .recover(cause -> Future.failedFuture(unusable(options, cause)))
        .compose(factory -> open(vertx, factory, options, limits));
  }

  private static Future<RabbitBroker> open(
      Vertx vertx, ConnectionFactory factory, RabbitOptions options, QueueLimits limits) {
    // Two connections: a broker that is short of memory blocks those that publish, and then
    // acknowledgements have to get through.
    RabbitLink outward = new RabbitLink(vertx, factory, options.prefix() + " publishes");
    RabbitLink inward = new RabbitLink(vertx, factory, options.prefix() + " consumes");
    RabbitTopology topology = new RabbitTopology(options.prefix());
    ConfirmedPublisher publisher = new ConfirmedPublisher(outward);
    TaskQueue tasks =
        new RabbitTaskQueue(outward, inward, publisher, topology, limits, options.ticketLife());
    return outward
        .add(topology)
        .compose(added -> outward.add(publisher))
        .compose(added -> outward.open())
        .compose(open -> inward.open())
        .map(new RabbitBroker(tasks, new RabbitEventSink(publisher)))
        .onFailure(cause -> tasks.close());
  }

  private static ServiceFailure unusable(RabbitOptions options, Throwable cause) {
    return new ServiceFailure(
        FailureCode.INVALID,
        "queue.rabbitmq: %s cannot be used: %s".formatted(options, cause.getMessage()));
  }
}
