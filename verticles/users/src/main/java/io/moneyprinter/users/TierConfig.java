package io.moneyprinter.users;

import io.moneyprinter.platform.settings.Setting;

/** What the tenants of a tier may use. */
public record TierConfig(
    @Setting(
            doc = "Videos that may be ordered in a month (UTC); 0 for as many as they like.",
            value = "0",
            min = 0,
            max = 100_000_000)
        int videosPerMonth) {}
