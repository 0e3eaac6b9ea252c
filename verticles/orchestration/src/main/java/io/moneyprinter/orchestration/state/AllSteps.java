package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.StepState;
import java.time.Duration;

/** What is done to all steps of a job at once, as part of one change. */
public final class AllSteps {
  private final JobChange change;

  AllSteps(JobChange change) {
    this.change = change;
  }

  /**
   * Forgets all that is known of a step: its parts, what they were asked and what they gave. Who
   * works on one is told to stop.
   */
  public void anew(String name) {
    for (StepRow step : change.steps()) {
      if (step.place().name().equals(name)) {
        if (step.state() == StepState.RUNNING) {
          change.revoke(step);
        }
        change.copies().drop(step);
        change.anew(step);
      }
    }
  }

  /** Takes the tickets of what waits for a node back, as long as the job is halted. */
  public void pause() {
    change.job(change.job().paused(change.now()));
    for (StepRow step : change.steps()) {
      change.copies().dropIdle(step);
      if (step.state() == StepState.READY) {
        change.put(step.withoutTicket());
      }
    }
  }

  /** Ends a pause. */
  public void unpause() {
    Duration pause = Duration.between(change.job().clock().pausedAt(), change.now());
    change.job(change.job().unpaused(change.now()));
    for (StepRow step : change.steps()) {
      if (step.state() == StepState.READY) {
        change.handout().again(step, step.attempt(), change.now());
      } else if (step.state() == StepState.AWAITING) {
        change.put(step.awaitingLonger(pause));
      }
    }
  }

  /** Puts new tickets for what waits for a node: the job goes another way through the queue. */
  public void ticketAgain() {
    for (StepRow step : change.steps()) {
      if (step.state() == StepState.READY && step.ticket().at() != null) {
        change.handout().ticketAgain(step);
      }
    }
  }

  /** Takes everything back that is not at an end; who works on a part is told to stop. */
  public void stop() {
    for (StepRow step : change.steps()) {
      change.copies().drop(step);
      switch (step.state()) {
        case RUNNING -> {
          change.revoke(step);
          change.put(step.cancelled(change.now()));
        }
        case WAITING, READY, AWAITING -> change.put(step.cancelled(change.now()));
        default -> {}
      }
    }
  }
}
