package io.moneyprinter.platform.health;

import java.time.Instant;
import java.util.Map;

/**
 * The health of a service or node in the contract's form.
 *
 * @param status {@code healthy} or {@code degraded}
 * @param checks outcome of each check: {@code ok}, or the reason why not
 */
public record HealthReport(
    String status, Instant timestamp, Map<String, String> checks, String version) {
  public boolean healthy() {
    return status.equals("healthy");
  }
}
