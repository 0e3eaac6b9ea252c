package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.moneyprinter.platform.tasks.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A ticket as it travels.
 *
 * @param messageId identifies this copy, also when the broker delivers it again
 * @param notBefore milliseconds since 1970; 0 for at once
 * @param deliveries how often it was delivered and not handled to the end
 */
record TicketLetter(
    String messageId, String queue, String id, int priority, long notBefore, int deliveries) {
  private static final String QUEUE = "queue";
  private static final String NOT_BEFORE = "not-before";
  private static final String DELIVERIES = "deliveries";

  static TicketLetter of(Ticket ticket) {
    return new TicketLetter(
        UUID.randomUUID().toString(),
        ticket.queue(),
        ticket.id(),
        Math.max(0, Math.min(RabbitTopology.HIGHEST_PRIORITY, ticket.priority())),
        ticket.notBefore() == null ? 0 : ticket.notBefore().toEpochMilli(),
        0);
  }

  static TicketLetter read(String queue, BasicProperties properties, byte[] body) {
    Map<String, Object> headers =
        properties.getHeaders() == null ? Map.of() : properties.getHeaders();
    return new TicketLetter(
        properties.getMessageId() == null
            ? UUID.randomUUID().toString()
            : properties.getMessageId(),
        queue,
        new String(body, StandardCharsets.UTF_8),
        properties.getPriority() == null ? 0 : properties.getPriority(),
        headers.get(NOT_BEFORE) instanceof Number time ? time.longValue() : 0,
        headers.get(DELIVERIES) instanceof Number count ? count.intValue() : 0);
  }

  /** The same ticket, delivered in vain so often. */
  TicketLetter delivered(int times) {
    return new TicketLetter(UUID.randomUUID().toString(), queue, id, priority, 0, times);
  }

  /** The time until it may be taken; not positive when it may be now. */
  long wait(Instant now) {
    return notBefore - now.toEpochMilli();
  }

  Letter letter(RabbitTopology topology, Duration life) {
    long wait = wait(Instant.now());
    return new Letter(
        wait > 0 ? topology.delay(wait) : topology.tickets(),
        queue,
        true,
        new BasicProperties.Builder()
            .deliveryMode(Letter.PERSISTENT)
            .messageId(messageId)
            .priority(priority)
            .contentType("text/plain")
            .type("ticket")
            .expiration(Long.toString(life.toMillis()))
            .headers(Map.of(QUEUE, queue, NOT_BEFORE, notBefore, DELIVERIES, deliveries))
            .build(),
        id.getBytes(StandardCharsets.UTF_8));
  }
}
