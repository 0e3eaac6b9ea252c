package io.moneyprinter.codecs.queue;

/**
 * @param limit most that are wanted, 1 to 1,000
 */
public record ListDeadLetters(int limit) {
  public static final int MOST = 1_000;

  public ListDeadLetters {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
    }
  }
}
