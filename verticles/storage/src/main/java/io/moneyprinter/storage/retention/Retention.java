package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.storage.StorageClass;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long each tenant's files are kept, by class and tier. */
public final class Retention {
  private final RetentionConfig config;
  private final Map<String, String> tiers;

  /**
   * @param tiers of the tenants that have one, by the tenants' names
   */
  public Retention(RetentionConfig config, Map<String, String> tiers) {
    this.config = config;
    this.tiers = Map.copyOf(tiers);
  }

  /** How long a file of that class is kept; empty for ever, or as long as there is room. */
  public Optional<Duration> life(String tenant, StorageClass kind) {
    return config.life(Optional.ofNullable(tiers.get(tenant)), kind);
  }

  /** The same for tenants of no tier. */
  public Optional<Duration> life(StorageClass kind) {
    return config.life(Optional.empty(), kind);
  }
}
