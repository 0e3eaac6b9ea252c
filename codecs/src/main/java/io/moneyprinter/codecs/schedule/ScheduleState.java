package io.moneyprinter.codecs.schedule;

/** Where a schedule stands. */
public enum ScheduleState {
  ACTIVE,
  /** Its times pass without a run. */
  PAUSED,
  /** No time is left. */
  FINISHED
}
