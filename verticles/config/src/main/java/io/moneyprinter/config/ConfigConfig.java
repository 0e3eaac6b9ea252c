package io.moneyprinter.config;

import io.moneyprinter.platform.settings.Setting;

/** Settings of the config service itself. */
public record ConfigConfig(
    @Setting(
            doc = "Versions of each setting that are kept, the newest included; 1 to 100000.",
            value = "1000",
            min = 1,
            max = 100_000)
        int history) {}
