package io.moneyprinter.orchestration.fair;

import io.moneyprinter.platform.settings.Setting;

/** What one tenant may have under way at once, whatever is free. */
public record TenantLimits(
    @Setting(
            doc =
                "Videos of one tenant that are made at once; further ones wait; 0 for any number.",
            value = "0",
            min = 0,
            max = 1_000_000)
        int concurrentJobs,
    @Setting(
            doc =
                "Tasks of one tenant that run at once over all nodes; further ones wait; 0 for any"
                    + " number.",
            value = "0",
            min = 0,
            max = 1_000_000)
        int concurrentTasks) {
  public static final TenantLimits NONE = new TenantLimits(0, 0);
}
