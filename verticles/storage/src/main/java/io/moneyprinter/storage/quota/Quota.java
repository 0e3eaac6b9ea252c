package io.moneyprinter.storage.quota;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.settings.DataSize;
import java.util.Map;
import java.util.Optional;

/** How much each tenant may store, by its tier. */
public final class Quota {
  private final QuotaConfig config;
  private final Map<String, String> tiers;

  /**
   * @param tiers of the tenants that have one, by the tenants' names
   */
  public Quota(QuotaConfig config, Map<String, String> tiers) {
    this.config = config;
    this.tiers = Map.copyOf(tiers);
  }

  Optional<String> tier(String tenant) {
    return Optional.ofNullable(tiers.get(tenant));
  }

  /** The most bytes of a tenant; empty for no limit. */
  Optional<Long> limit(String tenant) {
    return config.limit(tier(tenant));
  }

  /** What to say to a tenant that has no room for so many bytes more. */
  static ServiceFailure refusal(long bytes, long used, long limit) {
    return new ServiceFailure(
        FailureCode.RESOURCE,
        bytes
            + " more bytes do not fit into the tenant's storage: "
            + used
            + " of "
            + limit
            + " bytes ("
            + new DataSize(limit)
            + ") are used. Delete what is not needed (moneyprinter storage usage tells what there"
            + " is), or have storage.quota raised");
  }
}
