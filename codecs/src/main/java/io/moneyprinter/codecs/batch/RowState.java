package io.moneyprinter.codecs.batch;

/** Where a row of a batch stands. */
public enum RowState {
  /** Not yet ordered. */
  WAITING,
  /** There is a job for it, of which no step has begun. */
  ORDERED,
  RUNNING,
  PAUSED,
  DONE,
  /** It could not be ordered, or its job failed; it can be retried. */
  FAILED,
  CANCELLED,
  /** It is no brief, and was passed over. */
  INVALID
}
