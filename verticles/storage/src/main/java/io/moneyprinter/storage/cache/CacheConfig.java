package io.moneyprinter.storage.cache;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** How long plain copies stay of files that have a home elsewhere. */
public record CacheConfig(
    @Setting(
            doc =
                "Room for copies of files that are kept in a bucket; beyond it, those used longest"
                    + " ago go",
            value = "20GB")
        DataSize size,
    @Setting(
            doc =
                "A copy stays for so long after its last use in any case; one of a file that is"
                    + " kept encrypted goes then",
            value = "1h")
        Duration keep,
    @Setting(doc = "Pause between two looks at the copies", value = "5m") Duration sweep) {

  public CacheConfig {
    if (keep.toMinutes() < 1) {
      throw new IllegalArgumentException(
          "keep takes 1m or more: work that was given a file has to find it");
    }
  }

  public static CacheConfig usual() {
    return new CacheConfig(new DataSize(20L << 30), Duration.ofHours(1), Duration.ofMinutes(5));
  }
}
