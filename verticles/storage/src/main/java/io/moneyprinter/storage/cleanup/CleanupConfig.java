package io.moneyprinter.storage.cleanup;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** When what is due is removed. */
public record CleanupConfig(
    @Setting(doc = "Pause between two cleanups; one node of all does each.", value = "1h")
        Duration every,
    @Setting(
            doc = "No file goes within so long after its last use, whatever else says so; from 1s.",
            value = "1h")
        Duration idle,
    @Setting(
            doc = "Files that are looked at, and asked after, at a time.",
            value = "100",
            min = 1,
            max = 1000)
        int batch,
    @Setting(
            doc =
                "Another node takes over after so long when the one that cleans up died; from 1s.",
            value = "1m")
        Duration lease) {

  public CleanupConfig {
    if (every != null && (every.toSeconds() < 1 || idle.toSeconds() < 1 || lease.toSeconds() < 1)) {
      throw new IllegalArgumentException("every, idle and lease take 1s or more");
    }
  }

  public static CleanupConfig usual() {
    return new CleanupConfig(Duration.ofHours(1), Duration.ofHours(1), 100, Duration.ofMinutes(1));
  }
}
