package io.moneyprinter.codecs.users;

import java.time.Instant;

/**
 * Asks whether the caller's tenant may order.
 *
 * @param videos how many
 * @param at when they are made; {@code null} for now
 * @param jobId the job that is about to be made, or to go on: it counts from now on, so that of
 *     orders at the same moment no more pass than are left; {@code null} to ask only
 */
public record CheckQuota(int videos, Instant at, String jobId) {
  /** Asks only. */
  public CheckQuota(int videos, Instant at) {
    this(videos, at, null);
  }

  /** Has one job count from now on. */
  public static CheckQuota holding(String jobId) {
    return new CheckQuota(1, null, jobId);
  }

  /** Videos that are made now. */
  public CheckQuota(int videos) {
    this(videos, null);
  }
}
