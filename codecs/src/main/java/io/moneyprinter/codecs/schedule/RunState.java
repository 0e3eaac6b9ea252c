package io.moneyprinter.codecs.schedule;

/** What came of one time of a schedule. */
public enum RunState {
  /** It is about to be ordered. */
  PENDING,
  /** There is a video or a batch for it. */
  ORDERED,
  /** It was passed over. */
  SKIPPED,
  /** It could not be ordered. */
  FAILED
}
