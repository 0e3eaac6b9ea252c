package io.moneyprinter.codecs.orchestration;

/** How far the undoing of a step is. */
public enum CompensationState {
  /** It is still to be undone. */
  PENDING,
  DONE,
  /** It could not be undone; the job's events say why. */
  FAILED
}
