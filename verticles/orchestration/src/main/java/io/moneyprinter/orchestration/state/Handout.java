package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.orchestration.workflow.BoundRequest;
import java.time.Instant;
import java.util.List;

/** Makes parts of steps ready to be claimed, as part of one change of a job. */
public final class Handout {
  private final JobChange change;
  private final TicketList tickets;

  Handout(JobChange change, TicketList tickets) {
    this.change = change;
    this.tickets = tickets;
  }

  /** Puts a new ticket for a part that is ready. */
  void ticketAgain(StepRow ready) {
    tickets.add(change.job(), ready);
  }

  /** Spreads a waiting step into one part for each request, each ready to be claimed. */
  public void spread(StepRow waiting, List<BoundRequest> requests) {
    if (requests.isEmpty()) {
      change.put(waiting.doneWithNothing(change.now()));
      return;
    }
    for (int part = 0; part < requests.size(); part++) {
      StepRow row = part == 0 ? waiting : StepRow.waiting(Ids.next(), waiting.place().ofPart(part));
      BoundRequest request = requests.get(part);
      makeReady(
          row.withWork(request.work()).ready(requests.size(), true, row.attempt(), change.now()),
          request.json());
    }
  }

  /**
   * Lets a part be claimed again, not before a time; where its copy runs, only should that fail.
   */
  public void again(StepRow step, int attempts, Instant notBefore) {
    StepRow ready = step.ready(step.parts(), step.bound(), attempts, notBefore);
    if (change.copies().carriesOn(step)) {
      change.put(ready.withoutTicket());
    } else {
      makeReady(ready, null);
    }
  }

  /** Puts off what is ready: who came for it cannot have it. */
  public void later(StepRow ready, Instant notBefore) {
    makeReady(ready.ready(ready.parts(), ready.bound(), ready.attempt(), notBefore), null);
  }

  /** The queue that tickets for a part go through. */
  public String queueOf(StepRow step) {
    return tickets.queueOf(step);
  }

  void makeReady(StepRow ready, String request) {
    if (change.job().state() == JobState.PAUSED) {
      change.put(ready.withoutTicket(), request, null);
    } else {
      change.put(ready, request, null);
      tickets.add(change.job(), ready);
    }
  }
}
