package io.moneyprinter.gateway.upload;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;

/** Files that come in. */
public record UploadConfig(
    @Setting(
            doc =
                "Space that stays free on the disk of the data folder; a file that would leave"
                    + " less is refused.",
            value = "512MB")
        DataSize minimumFree) {}
