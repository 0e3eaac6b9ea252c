package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/**
 * The exchanges and queues, all durable.
 *
 * <ul>
 *   <li>{@code <prefix>.tickets}, direct: the routing key is the name of the work queue;
 *   <li>{@code <prefix>.<work queue>}: classic queues with priorities. Quorum queues of the brokers
 *       in use know no priorities, and a lost queue costs no work, since PostgreSQL is the truth;
 *   <li>{@code <prefix>.delay.<ms>}: a fan-out exchange and a queue each, whose tickets go back to
 *       {@code <prefix>.tickets} after that time;
 *   <li>{@code <prefix>.dead-letters}: what was given up;
 *   <li>{@code video.events}, topic: for consumers outside, who bind queues of their own.
 * </ul>
 */
final class RabbitTopology implements RabbitLink.Part {
  static final String EVENTS = "video.events";
  static final int HIGHEST_PRIORITY = 16;

  /** 128 ms to 35 minutes, each four times the one before. */
  private static final long[] DELAYS = LongStream.iterate(128, d -> d * 4).limit(8).toArray();

  private final String prefix;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  RabbitTopology(String prefix) {
    this.prefix = prefix;
  }

  String tickets() {
    return prefix + ".tickets";
  }

  String deadLetters() {
    return prefix + ".dead-letters";
  }

  String workQueue(String queue) {
    return prefix + "." + queue;
  }

  /**
   * Where a ticket waits that is not to be taken for {@code millis}: the longest delay within that
   * time. What is left then is waited for in further, shorter ones.
   */
  String delay(long millis) {
    long chosen = DELAYS[0];
    for (long each : DELAYS) {
      if (each <= millis) {
        chosen = each;
      }
    }
    return prefix + ".delay." + chosen;
  }

  /** The work queues that this process has put to or taken from. */
  Set<String> known() {
    return Set.copyOf(known);
  }

  @Override
  public void open(Connection connection) throws IOException {
    try (Channel channel = connection.createChannel()) {
      channel.exchangeDeclare(EVENTS, BuiltinExchangeType.TOPIC, true);
      channel.exchangeDeclare(tickets(), BuiltinExchangeType.DIRECT, true);
      channel.queueDeclare(deadLetters(), true, false, false, Map.of());
      for (long each : DELAYS) {
        String name = prefix + ".delay." + each;
        channel.exchangeDeclare(name, BuiltinExchangeType.FANOUT, true);
        channel.queueDeclare(
            name,
            true,
            false,
            false,
            Map.of("x-message-ttl", each, "x-dead-letter-exchange", tickets()));
        channel.queueBind(name, name, "");
      }
      for (String queue : known) {
        declareWork(channel, queue);
      }
    } catch (TimeoutException e) {
      throw new IOException("RabbitMQ did not answer in time", e);
    }
  }

  /** Makes sure that the work queue is there. */
  void declareWork(Channel channel, String queue) throws IOException {
    channel.queueDeclare(
        workQueue(queue), true, false, false, Map.of("x-max-priority", HIGHEST_PRIORITY));
    channel.queueBind(workQueue(queue), tickets(), queue);
    known.add(queue);
  }

  boolean knows(String queue) {
    return known.contains(queue);
  }
}
