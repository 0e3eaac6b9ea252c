package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.Priority;

/** Which tickets of a queue are taken first. */
public final class TicketPriority {
  /** A broker tells few levels apart, so those within one priority are few. */
  private static final int BANDS = 5;

  private TicketPriority() {}

  /**
   * 0 to 14. The job's priority decides; within one, later steps go first, so that what has begun
   * is finished first.
   *
   * @param ordinal place of the step in its workflow
   */
  public static int of(Priority priority, int ordinal) {
    return priority.level() * BANDS + Math.min(BANDS - 1, ordinal / 2);
  }
}
