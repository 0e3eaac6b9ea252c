package io.moneyprinter.orchestration.batch;

/** What is to be done to all jobs of a batch that are there. */
enum Command {
  PAUSE,
  RESUME,
  CANCEL
}
