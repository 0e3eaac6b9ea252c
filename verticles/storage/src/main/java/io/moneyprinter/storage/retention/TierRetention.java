package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** What holds for tenants of one tier instead. */
public record TierRetention(
    @Setting(doc = "Instead of retention.temporary; 0s for never") Optional<Duration> temporary,
    @Setting(doc = "Instead of retention.parts; 0s for never") Optional<Duration> parts,
    @Setting(doc = "Instead of retention.materials; 0s for never") Optional<Duration> materials,
    @Setting(doc = "Instead of retention.results; 0s for never") Optional<Duration> results) {

  Optional<Duration> life(StorageClass kind) {
    return switch (kind) {
      case TEMPORARY -> temporary;
      case SEGMENTS -> Optional.empty();
      case PARTS -> parts;
      case MATERIALS -> materials;
      case RESULTS -> results;
    };
  }
}
