package io.moneyprinter.gateway.breaker;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** What becomes of requests while a service does not answer. */
public record BreakerConfig(
    @Setting(
            doc =
                "Calls of one bus address without an answer, within the window, after which it is"
                    + " left alone.",
            value = "8",
            min = 1,
            max = 1_000)
        int failures,
    @Setting(doc = "The window in which they are counted.", value = "20s") Duration window,
    @Setting(
            doc = "How long the address is left alone; requests get 503 with Retry-After at once.",
            value = "5s")
        Duration pause,
    @Setting(
            doc = "Most requests of one gateway instance that wait for one address.",
            value = "500",
            min = 1,
            max = 100_000)
        int inFlight) {}
