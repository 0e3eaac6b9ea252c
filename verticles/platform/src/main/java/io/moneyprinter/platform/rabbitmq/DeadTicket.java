package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.moneyprinter.codecs.queue.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** A dead letter as it lies in the broker's queue of them. */
record DeadTicket(DeadLetter content) {
  private static final String QUEUE = "queue";
  private static final String DELIVERIES = "deliveries";
  private static final String REASON = "reason";

  static DeadTicket of(TicketLetter ticket, String reason) {
    return new DeadTicket(
        new DeadLetter(
            UUID.randomUUID().toString(),
            ticket.queue(),
            ticket.id(),
            ticket.priority(),
            ticket.deliveries(),
            reason,
            Instant.now()));
  }

  static DeadTicket read(BasicProperties properties, byte[] body) {
    Map<String, Object> headers =
        properties.getHeaders() == null ? Map.of() : properties.getHeaders();
    return new DeadTicket(
        new DeadLetter(
            String.valueOf(properties.getMessageId()),
            String.valueOf(headers.get(QUEUE)),
            new String(body, StandardCharsets.UTF_8),
            properties.getPriority() == null ? 0 : properties.getPriority(),
            headers.get(DELIVERIES) instanceof Number count ? count.intValue() : 0,
            String.valueOf(headers.get(REASON)),
            properties.getTimestamp() == null
                ? Instant.EPOCH
                : properties.getTimestamp().toInstant()));
  }

  /** Goes straight to the queue of dead letters, and stays there. */
  Letter letter(RabbitTopology topology) {
    return new Letter(
        "",
        topology.deadLetters(),
        true,
        new BasicProperties.Builder()
            .deliveryMode(Letter.PERSISTENT)
            .messageId(content.id())
            .priority(content.priority())
            .contentType("text/plain")
            .type("dead-letter")
            .timestamp(Date.from(content.at()))
            .headers(
                Map.of(
                    QUEUE, content.queue(),
                    DELIVERIES, content.deliveries(),
                    REASON, content.reason()))
            .build(),
        content.ticket().getBytes(StandardCharsets.UTF_8));
  }

  /** The ticket as if it were new. */
  TicketLetter ticket() {
    return new TicketLetter(
        UUID.randomUUID().toString(), content.queue(), content.ticket(), content.priority(), 0, 0);
  }
}
