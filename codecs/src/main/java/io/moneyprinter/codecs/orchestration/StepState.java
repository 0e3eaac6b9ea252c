package io.moneyprinter.codecs.orchestration;

/** Where a step of a job stands. */
public enum StepState {
  /** Waits for steps it depends on. */
  WAITING,
  /** May be claimed by a node. */
  READY,
  /** A node holds a lease on it. */
  RUNNING,
  /** A person has to approve or reject it. */
  AWAITING,
  DONE,
  /** Its condition did not hold; it counts as done, without a result. */
  SKIPPED,
  FAILED,
  CANCELLED;

  /** Whether what depends on it may go on. */
  public boolean settled() {
    return this == DONE || this == SKIPPED;
  }
}
