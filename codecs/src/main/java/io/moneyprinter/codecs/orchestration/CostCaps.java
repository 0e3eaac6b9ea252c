package io.moneyprinter.codecs.orchestration;

/**
 * The most that may be spent, in micro-USD; {@code null} for no limit.
 *
 * @param job for one video
 * @param day for all videos of a tenant that count to one day
 * @param month for all of a month
 */
public record CostCaps(Long job, Long day, Long month) {
  public static final CostCaps NONE = new CostCaps(null, null, null);
}
