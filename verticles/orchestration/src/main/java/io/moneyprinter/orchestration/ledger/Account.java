package io.moneyprinter.orchestration.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a job may spend and has spent, in micro-USD.
 *
 * @param day that its costs count to, UTC
 * @param budget the most it may cost, as its owner said; {@code null} for no limit
 * @param reserved set aside for what is still to come, holds included; 0 unless open
 * @param settled the sum of its entries
 * @param open whether the job is under way
 */
record Account(
    UUID jobId,
    String tenant,
    LocalDate day,
    Long budget,
    long estimated,
    long reserved,
    long settled,
    boolean open) {

  Account reserving(long more) {
    return new Account(jobId, tenant, day, budget, estimated, reserved + more, settled, open);
  }

  /**
   * After an amount was booked: it comes out of what is set aside, as far as that is not held for
   * other calls.
   */
  Account booked(long amount, long held) {
    long left = Math.min(reserved, Math.max(held, reserved - amount));
    return new Account(jobId, tenant, day, budget, estimated, left, settled + amount, open);
  }

  /** After an amount was given back. */
  Account refunded(long amount) {
    return new Account(jobId, tenant, day, budget, estimated, reserved, settled - amount, open);
  }

  Account closed() {
    return new Account(jobId, tenant, day, budget, estimated, 0, settled, false);
  }

  /** The job goes on: what the estimate still leaves is set aside again. */
  Account reopened(LocalDate today) {
    long rest = Math.max(0, estimated - settled);
    return new Account(jobId, tenant, today, budget, estimated, rest, settled, true);
  }

  Account withBudget(Long most) {
    return new Account(jobId, tenant, day, most, estimated, reserved, settled, open);
  }
}
