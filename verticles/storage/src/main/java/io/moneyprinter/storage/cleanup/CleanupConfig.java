package io.moneyprinter.storage.cleanup;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.stream.Stream;

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
        Duration lease,
    @Setting(
            doc =
                "Pause after which a data folder or bucket is looked through for files that the"
                    + " books do not have.",
            value = "6h")
        Duration scan,
    @Setting(doc = "What is found so is removed so long after that.", value = "1d")
        Duration grace) {

  public CleanupConfig {
    if (Stream.of(every, idle, lease, scan).anyMatch(time -> time.toSeconds() < 1)) {
      throw new IllegalArgumentException("every, idle, lease and scan take 1s or more");
    }
  }

  public static CleanupConfig usual() {
    return new CleanupConfig(
        Duration.ofHours(1),
        Duration.ofHours(1),
        100,
        Duration.ofMinutes(1),
        Duration.ofHours(6),
        Duration.ofDays(1));
  }
}
