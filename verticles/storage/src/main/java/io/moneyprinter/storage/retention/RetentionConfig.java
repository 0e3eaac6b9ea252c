package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long files of each class are kept. */
public record RetentionConfig(
    @Setting(
            doc = "Pieces of live streams go so long after they were stored; they are made anew.",
            value = "24h")
        Duration temporary,
    @Setting(
            doc =
                "Room for rendered segments, mixes and previews in the whole store; beyond it those"
                    + " used longest ago go, and are made anew when they are wanted.",
            value = "50GB")
        DataSize segments,
    @Setting(
            doc =
                "Narrations and scripts, some of them paid, go so long after they were stored;"
                    + " absent or 0s for never.")
        Optional<Duration> parts,
    @Setting(
            doc =
                "Pictures, clips and music that no library names go so long after they were"
                    + " stored; absent or 0s for never.")
        Optional<Duration> materials,
    @Setting(
            doc =
                "Videos and what lies beside them go so long after they were stored; absent or 0s"
                    + " for never.")
        Optional<Duration> results,
    Map<String, TierRetention> tiers) {

  /** What is made anew goes, what somebody made or paid stays. */
  public static RetentionConfig usual() {
    return new RetentionConfig(
        Duration.ofHours(24),
        new DataSize(50L << 30),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /**
   * How long a file of that class is kept; empty for ever, or as long as there is room.
   *
   * @param tier of the tenant, if it has one
   */
  Optional<Duration> life(Optional<String> tier, StorageClass kind) {
    return tier.flatMap(name -> Optional.ofNullable(tiers.get(name)))
        .flatMap(rule -> rule.life(kind))
        .or(() -> life(kind))
        .filter(life -> !life.isZero());
  }

  private Optional<Duration> life(StorageClass kind) {
    return switch (kind) {
      case TEMPORARY -> Optional.of(temporary);
      case SEGMENTS -> Optional.empty();
      case PARTS -> parts;
      case MATERIALS -> materials;
      case RESULTS -> results;
    };
  }
}
