package io.moneyprinter.codecs.batch;

/** Where a batch stands. */
public enum BatchState {
  /** Rows wait or are being made. */
  RUNNING,
  /** No further row is ordered until it is resumed. */
  PAUSED,
  /** Every row is at an end, good or bad. */
  FINISHED,
  /** Called off; it can be resumed. */
  CANCELLED
}
