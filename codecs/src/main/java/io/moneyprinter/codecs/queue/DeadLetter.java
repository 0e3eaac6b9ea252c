package io.moneyprinter.codecs.queue;

import java.time.Instant;
import java.util.Objects;

/**
 * A ticket that was delivered again and again without ever being handled to its end.
 *
 * @param id of the dead letter, a UUID
 * @param queue the work queue it came from, such as {@code video.encode}
 * @param ticket id of the work it stands for: a step of a job
 * @param priority of the ticket; larger is sooner
 * @param deliveries how often it was handled in vain
 * @param reason why it was given up, for people
 * @param at when it was given up
 */
public record DeadLetter(
    String id,
    String queue,
    String ticket,
    int priority,
    int deliveries,
    String reason,
    Instant at) {
  public DeadLetter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(queue, "queue");
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }
}
