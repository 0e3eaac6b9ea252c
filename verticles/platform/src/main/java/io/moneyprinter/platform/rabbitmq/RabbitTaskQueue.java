package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.Channel;
import io.moneyprinter.platform.tasks.DeadLetters;
import io.moneyprinter.platform.tasks.QueueLimits;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The queue of an installation with a broker. A ticket is put when RabbitMQ has confirmed it; it is
 * acknowledged when it was handled. The broker may restart at any time: the connections come back,
 * and what was unacknowledged is delivered again.
 */
final class RabbitTaskQueue implements TaskQueue {
  private static final String DEAD_LETTERS = "dead-letters";

  private final RabbitLink outward;
  private final RabbitLink inward;
  private final ConfirmedPublisher publisher;
  private final RabbitTopology topology;
  private final QueueLimits limits;
  private final Duration life;
  private final TicketReturns returns;
  private final DeadLetters deadLetters;
  private final List<RabbitConsumer> consumers = new CopyOnWriteArrayList<>();

  /**
   * @param outward for what is published
   * @param inward for what is taken
   * @param life how long a ticket waits at most
   */
  RabbitTaskQueue(
      RabbitLink outward,
      RabbitLink inward,
      ConfirmedPublisher publisher,
      RabbitTopology topology,
      QueueLimits limits,
      Duration life) {
    this.outward = outward;
    this.inward = inward;
    this.publisher = publisher;
    this.topology = topology;
    this.limits = limits;
    this.life = life;
    this.returns = new TicketReturns(inward, publisher, topology, life, limits);
    this.deadLetters = new RabbitDeadLetters(outward, topology, life);
  }

  @Override
  public Future<Void> put(List<Ticket> tickets) {
    if (tickets.isEmpty()) {
      return Future.succeededFuture();
    }
    Set<String> queues = tickets.stream().map(Ticket::queue).collect(Collectors.toSet());
    return publisher.publish(
        tickets.stream().map(each -> TicketLetter.of(each).letter(topology, life)).toList(),
        channel -> declare(channel, queues));
  }

  private void declare(Channel channel, Set<String> queues) throws IOException {
    for (String queue : queues) {
      if (!topology.knows(queue)) {
        topology.declareWork(channel, queue);
      }
    }
  }

  @Override
  public Future<Consumer> take(String queue, int slots, Function<String, Future<Void>> handler) {
    RabbitConsumer consumer =
        new RabbitConsumer(inward, topology, returns, queue, slots, limits.hold(), handler);
    consumers.add(consumer);
    return inward.add(consumer).map(consumer);
  }

  @Override
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  @Override
  public Future<Map<String, Long>> depths() {
    return outward.run(
        connection -> {
          try (Channel channel = connection.createChannel()) {
            Map<String, Long> depths = new TreeMap<>();
            for (String queue : topology.known()) {
              depths.put(queue, channel.messageCount(topology.workQueue(queue)));
            }
            depths.put(DEAD_LETTERS, channel.messageCount(topology.deadLetters()));
            return depths;
          }
        });
  }

  @Override
  public Future<?> ping() {
    return Future.all(answers(outward), answers(inward));
  }

  private Future<Long> answers(RabbitLink link) {
    return link.run(
        connection -> {
          try (Channel channel = connection.createChannel()) {
            return channel.messageCount(topology.deadLetters());
          }
        });
  }

  @Override
  public Future<Void> close() {
    consumers.forEach(RabbitConsumer::stop);
    return inward.close().eventually(outward::close);
  }
}
