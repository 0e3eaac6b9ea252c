package io.moneyprinter.platform.vault;

import java.time.Duration;
import java.util.Map;

/**
 * A secret as it was read.
 *
 * @param fields its values by name
 * @param leaseId {@code null} for one that is not leased
 * @param lease how long it is good; zero for one that is not leased
 * @param renewable whether the lease may be made longer
 */
public record VaultSecret(
    Map<String, String> fields, String leaseId, Duration lease, boolean renewable) {
  public VaultSecret {
    fields = Map.copyOf(fields);
  }

  /** Whether it ends by itself. */
  public boolean leased() {
    return leaseId != null && !lease.isZero();
  }

  /** Never shows the values. */
  @Override
  public String toString() {
    return "VaultSecret[" + fields.keySet() + "]";
  }
}
