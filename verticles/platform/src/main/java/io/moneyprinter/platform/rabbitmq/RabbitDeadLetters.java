package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.moneyprinter.codecs.queue.DeadLetter;
import io.moneyprinter.platform.tasks.DeadLetters;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * The dead letters in their queue. They are looked at by taking them without acknowledging; closing
 * the channel puts them back in their order. While one node looks, another sees fewer.
 */
final class RabbitDeadLetters implements DeadLetters {
  private static final long CONFIRM_MILLIS = 5_000;

  /** What is done with a dead letter that was found; it is acknowledged afterwards. */
  private interface Treatment {
    void apply(Channel channel, DeadTicket found)
        throws IOException, InterruptedException, TimeoutException;
  }

  private final RabbitLink link;
  private final RabbitTopology topology;
  private final Duration life;

  RabbitDeadLetters(RabbitLink link, RabbitTopology topology, Duration life) {
    this.link = link;
    this.topology = topology;
    this.life = life;
  }

  @Override
  public Future<List<DeadLetter>> list(int limit) {
    return link.run(
        connection -> {
          try (Channel channel = connection.createChannel()) {
            List<DeadLetter> letters = new ArrayList<>();
            GetResponse next;
            while (letters.size() < limit && (next = next(channel)) != null) {
              letters.add(DeadTicket.read(next.getProps(), next.getBody()).content());
            }
            return letters;
          }
        });
  }

  @Override
  public Future<Integer> replay(Set<String> ids) {
    return link.run(connection -> treat(connection, ids, this::putBack));
  }

  private void putBack(Channel channel, DeadTicket found)
      throws IOException, InterruptedException, TimeoutException {
    TicketLetter ticket = found.ticket();
    topology.declareWork(channel, ticket.queue());
    Letter letter = ticket.letter(topology, life);
    channel.basicPublish(
        letter.exchange(), letter.routingKey(), letter.properties(), letter.body());
    channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
  }

  @Override
  public Future<Integer> drop(Set<String> ids) {
    return link.run(connection -> treat(connection, ids, (channel, found) -> {}));
  }

  private int treat(Connection connection, Set<String> ids, Treatment treatment)
      throws IOException, InterruptedException, TimeoutException {
    Set<String> wanted = new HashSet<>(ids);
    try (Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      GetResponse next;
      while (!wanted.isEmpty() && (next = next(channel)) != null) {
        DeadTicket found = DeadTicket.read(next.getProps(), next.getBody());
        if (wanted.remove(found.content().id())) {
          treatment.apply(channel, found);
          channel.basicAck(next.getEnvelope().getDeliveryTag(), false);
        }
      }
    }
    return ids.size() - wanted.size();
  }

  private GetResponse next(Channel channel) throws IOException {
    return channel.basicGet(topology.deadLetters(), false);
  }
}
