package io.moneyprinter.orchestration.run;

import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.Ticket;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of tickets into the task queue. */
public final class Tickets {
  private static final Logger LOG = LoggerFactory.getLogger(Tickets.class);

  private final TaskQueue queue;

  public Tickets(TaskQueue queue) {
    this.queue = queue;
  }

  /** Puts tickets. One that cannot be put now is put when the scheduler finds it missing. */
  public void put(List<Ticket> tickets) {
    if (!tickets.isEmpty()) {
      queue
          .put(tickets)
          .onFailure(
              cause ->
                  LOG.warn("{} tickets will be put later: {}", tickets.size(), cause.getMessage()));
    }
  }
}
