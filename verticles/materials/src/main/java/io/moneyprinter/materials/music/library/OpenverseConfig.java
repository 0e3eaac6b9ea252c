package io.moneyprinter.materials.music.library;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** How Openverse is reached, the search engine for works under Creative Commons. */
public record OpenverseConfig(
    @Setting(
            doc =
                "Whether music may be looked for at Openverse; the words searched for go there then",
            value = "true")
        boolean enabled,
    @Setting(doc = "Address of the service", value = "https://api.openverse.org") String baseUrl,
    @Setting(doc = "Longest wait for one answer", value = "20s") Duration timeout) {}
