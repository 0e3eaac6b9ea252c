package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobEvent;
import java.time.Instant;

/** Makes the events that tell of a job, from its row and the step they are about. */
final class JobEvents {
  private JobEvents() {}

  /**
   * An event with the job's newest number.
   *
   * @param step {@code null} for one of the whole job
   * @param reused {@code null} where that is no question
   */
  static JobEvent of(
      JobRow job, Instant now, JobEvent.Type type, StepRow step, String message, Boolean reused) {
    return new JobEvent(
        job.id().toString(),
        job.tenant(),
        job.sequence(),
        now,
        type,
        job.state(),
        step == null ? null : step.place().name(),
        step == null ? null : step.eventPart(),
        job.progress(),
        message,
        step == null ? null : step.lease().owner(),
        reused,
        job.secondsLeft());
  }
}
