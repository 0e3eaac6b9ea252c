package io.moneyprinter.codecs.orchestration;

/** How soon a job's steps are taken, against those of other jobs. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH;

  /** 0 for the last to be taken, growing by one. */
  public int level() {
    return ordinal();
  }

  /** The priority of a {@link #level()}. */
  public static Priority ofLevel(int level) {
    return values()[level];
  }
}
