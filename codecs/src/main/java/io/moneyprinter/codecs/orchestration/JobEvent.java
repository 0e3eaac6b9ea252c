package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a job.
 *
 * @param sequence 1, 2, 3 … within the job, without gaps
 * @param type what kind of thing
 * @param state of the job after it
 * @param step the step concerned; {@code null} for the job as a whole
 * @param part which part of a step that fans out, from 0; {@code null} otherwise
 * @param progress of the job, 0 to 1
 * @param message for people
 * @param node that works on the part or did; {@code null} when none does
 * @param reused whether a part that is done was found rendered; {@code null} where that is no
 *     question
 * @param secondsLeft until the job is finished, as estimated; {@code null} where there is no
 *     estimate
 */
public record JobEvent(
    String jobId,
    String tenant,
    long sequence,
    Instant at,
    Type type,
    JobState state,
    String step,
    Integer part,
    double progress,
    String message,
    String node,
    Boolean reused,
    Integer secondsLeft) {
  /** The kinds of thing that happen. */
  public enum Type {
    JOB_CREATED,
    JOB_STARTED,
    JOB_PAUSED,
    JOB_RESUMED,
    JOB_REPRIORITIZED,
    JOB_COMPLETED,
    JOB_FAILED,
    JOB_CANCELLED,
    STEP_STARTED,
    /** A second node tries a part as well that takes too long. */
    STEP_COPIED,
    /** No node has what a step needs. */
    STEP_WAITING,
    STEP_PROGRESS,
    STEP_DONE,
    STEP_RETRIED,
    STEP_FAILED,
    STEP_SKIPPED,
    /** A person is asked to decide. */
    APPROVAL_WANTED,
    /** What a step had done was undone. */
    STEP_COMPENSATED,
    /** A try to undo a step failed. */
    COMPENSATION_FAILED
  }

  public JobEvent {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(message, "message");
  }

  /** An event that is about no node. */
  public JobEvent(
      String jobId,
      String tenant,
      long sequence,
      Instant at,
      Type type,
      JobState state,
      String step,
      Integer part,
      double progress,
      String message) {
    this(jobId, tenant, sequence, at, type, state, step, part, progress, message, null, null, null);
  }
}
