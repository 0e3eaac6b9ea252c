package io.moneyprinter.codecs.orchestration;

/** Where a job stands. */
public enum JobState {
  /** Accepted; no step has begun. */
  QUEUED,
  /** At least one step has begun. */
  RUNNING,
  /** Its owner halted it: no further step begins until it is resumed. */
  PAUSED,
  /** Its result is there. */
  COMPLETED,
  /** A step failed for good; the job can be resumed at that step. */
  FAILED,
  /** Its owner called it off; it can be resumed. */
  CANCELLED;

  /** Whether nothing more happens unless somebody asks for it. */
  public boolean terminal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
