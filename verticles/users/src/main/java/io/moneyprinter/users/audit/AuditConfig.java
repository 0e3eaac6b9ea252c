package io.moneyprinter.users.audit;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** How the audit log is sealed. */
public record AuditConfig(
    @Setting(
            doc =
                "Key that marks the records of the audit log, the same on every node with the role"
                    + " users; several, separated by commas, while it is changed: the first marks, all"
                    + " verify. Absent on one machine: data/audit-key",
            secret = true)
        Optional<String> key,
    @Setting(
            doc =
                "How often a checkpoint is written to data/audit-checkpoints and the log, when there"
                    + " is anything new, 1s or more",
            value = "5m")
        Duration checkpointEvery) {
  private static final int SHORTEST = 16;

  public AuditConfig {
    if (key.isPresent()
        && AuditKeys.split(key.get()).stream().anyMatch(one -> one.length() < SHORTEST)) {
      throw new IllegalArgumentException("key must have " + SHORTEST + " characters or more");
    }
    if (checkpointEvery.toSeconds() < 1) {
      throw new IllegalArgumentException("checkpoint-every must be 1s or more");
    }
  }

  /** As on one machine. */
  public static AuditConfig usual() {
    return new AuditConfig(Optional.empty(), Duration.ofMinutes(5));
  }

  @Override
  public String toString() {
    return "AuditConfig[" + checkpointEvery + "]";
  }
}
