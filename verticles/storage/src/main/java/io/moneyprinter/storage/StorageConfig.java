package io.moneyprinter.storage;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** Settings of the storage service. */
public record StorageConfig(
    @Setting(
            doc = "Space that stays free on the disk of the data folder; less refuses new files.",
            value = "512MB")
        DataSize minimumFree,
    @Setting(
            doc = "Files begun but never stored are removed at start when older than this.",
            value = "1d")
        Duration stagingLife) {}
