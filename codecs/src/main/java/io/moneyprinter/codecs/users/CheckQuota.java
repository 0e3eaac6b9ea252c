package io.moneyprinter.codecs.users;

import java.time.Instant;

/**
 * Asks whether the caller's tenant may order.
 *
 * @param videos how many
 * @param at when they are made; {@code null} for now
 */
public record CheckQuota(int videos, Instant at) {
  /** Videos that are made now. */
  public CheckQuota(int videos) {
    this(videos, null);
  }
}
