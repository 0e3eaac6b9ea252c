package io.moneyprinter.codecs.orchestration;

/** Where a step of a job stands. */
public enum StepState {
  /** Waits for steps it depends on. */
  WAITING,
  /** May be claimed by a node. */
  READY,
  /** A node holds a lease on it. */
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
