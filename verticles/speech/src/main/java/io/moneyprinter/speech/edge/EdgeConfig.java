package io.moneyprinter.speech.edge;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** How the reading service of the browser Edge is reached. */
public record EdgeConfig(
    @Setting(
            doc =
                "Whether the voices of the browser Edge may be asked for; the text goes to"
                    + " Microsoft then",
            value = "true")
        boolean enabled,
    @Setting(
            doc = "Address of the reading service",
            value = "wss://speech.platform.bing.com/consumer/speech/synthesize/readaloud/edge/v1")
        String address,
    @Setting(
            doc = "How long connecting, and then speaking one piece of at most 4 KB, may each take",
            value = "30s")
        Duration timeout) {}
