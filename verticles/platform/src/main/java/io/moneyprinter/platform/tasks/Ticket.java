package io.moneyprinter.platform.tasks;

import java.time.Instant;
import java.util.Objects;

/**
 * A note that a piece of work is ready. It carries no work itself: who takes it still has to claim.
 *
 * @param queue {@link io.moneyprinter.codecs.bus.Task#queue()}
 * @param id id of the work, at most 64 characters
 * @param notBefore not to be taken earlier; {@code null} for at once
 * @param priority larger is sooner
 */
public record Ticket(String queue, String id, Instant notBefore, int priority) {
  public Ticket {
    Objects.requireNonNull(queue, "queue");
    Objects.requireNonNull(id, "id");
  }
}
