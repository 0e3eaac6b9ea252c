package io.moneyprinter.codecs.orchestration;

/**
 * What a job costs, in millionths of a United States dollar.
 *
 * @param estimated guessed before it began
 * @param reserved set aside for what is still to come; 0 once the job is at an end
 * @param settled booked: the sum of its entries
 */
public record JobCost(long estimated, long reserved, long settled) {
  /** ISO 4217 code of the currency that all prices are in. */
  public static final String CURRENCY = "USD";

  /** Parts of one unit of the currency. */
  public static final long MICROS = 1_000_000;
}
