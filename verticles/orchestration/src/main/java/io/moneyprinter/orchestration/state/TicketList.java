package io.moneyprinter.orchestration.state;

import io.moneyprinter.platform.tasks.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The tickets that one change of a job gives rise to. */
final class TicketList {
  private final Function<String, String> queueOf;
  private final List<Ticket> tickets = new ArrayList<>();

  /**
   * @param queueOf the queue of a task, by its address
   */
  TicketList(Function<String, String> queueOf) {
    this.queueOf = queueOf;
  }

  String queueOf(StepRow step) {
    return queueOf.apply(step.place().address());
  }

  void add(JobRow job, StepRow ready) {
    tickets.add(
        new Ticket(
            queueOf(ready),
            ready.id().toString(),
            ready.ticket().notBefore(),
            TicketPriority.of(job.priority(), ready.place().ordinal())));
  }

  List<Ticket> all() {
    return tickets;
  }
}
