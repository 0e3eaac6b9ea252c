package io.moneyprinter.storage.quota;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.util.Map;
import java.util.Optional;

/** How much tenants may store. */
public record QuotaConfig(
    @Setting(
            doc =
                "Most bytes that one tenant may store, where its tier says nothing else; absent"
                    + " for no limit.")
        Optional<DataSize> tenant,
    @Setting(
            doc =
                "Most bytes that each tenant of a tier may store, such as free: 5GB; 0 for no"
                    + " limit. Which tier a tenant belongs to is said below storage.tenants.")
        Map<String, String> tiers) {

  public QuotaConfig {
    if (tiers != null) {
      tiers.forEach(QuotaConfig::sizeOf);
    }
  }

  private static DataSize sizeOf(String tier, String size) {
    try {
      return DataSize.parse(size);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "tiers." + tier + " takes " + e.getMessage() + ", not '" + size + "'");
    }
  }

  public static QuotaConfig none() {
    return new QuotaConfig(Optional.empty(), Map.of());
  }

  /**
   * The most bytes of a tenant; empty for no limit.
   *
   * @param tier of the tenant, if it has one
   */
  Optional<Long> limit(Optional<String> tier) {
    return tier.flatMap(name -> Optional.ofNullable(tiers.get(name)).map(s -> sizeOf(name, s)))
        .or(() -> tenant)
        .map(DataSize::bytes)
        .filter(bytes -> bytes > 0);
  }
}
