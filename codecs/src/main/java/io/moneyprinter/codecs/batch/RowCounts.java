package io.moneyprinter.codecs.batch;

/** How many rows of a batch are in each {@link RowState}. */
public record RowCounts(
    int waiting,
    int ordered,
    int running,
    int paused,
    int done,
    int failed,
    int cancelled,
    int invalid) {
  /** All rows, those that are wrong too. */
  public int total() {
    return waiting + open() + done + failed + cancelled + invalid;
  }

  /** How many are ordered and not at an end. */
  public int open() {
    return ordered + running + paused;
  }
}
