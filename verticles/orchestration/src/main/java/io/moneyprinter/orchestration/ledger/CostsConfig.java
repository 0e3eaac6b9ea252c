package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.platform.settings.Setting;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the ledger.
 *
 * @param tenants caps by {@code tenant.job}, {@code tenant.day} and {@code tenant.month}
 */
public record CostsConfig(
    @Setting(doc = "The price list, a YAML file; absent for the one that is shipped.")
        Optional<String> prices,
    CapsConfig caps,
    @Setting(
            doc =
                "Caps of single tenants in US dollars, such as acme.day: 20, acme.job or"
                    + " acme.month; they come before those of all, and 0 lifts one.")
        Map<String, String> tenantCaps,
    EstimateConfig estimate) {
  public static final CostsConfig USUAL =
      new CostsConfig(Optional.empty(), CapsConfig.NONE, Map.of(), EstimateConfig.USUAL);

  public CostsConfig {
    if (caps != null && tenantCaps != null) {
      Caps.of(caps, tenantCaps);
    }
  }
}
