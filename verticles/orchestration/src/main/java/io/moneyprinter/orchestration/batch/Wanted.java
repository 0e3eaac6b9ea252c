package io.moneyprinter.orchestration.batch;

/** What its owner wants of a batch. */
enum Wanted {
  RUNNING,
  PAUSED,
  CANCELLED
}
