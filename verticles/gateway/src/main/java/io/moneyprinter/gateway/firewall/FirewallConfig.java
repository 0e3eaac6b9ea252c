package io.moneyprinter.gateway.firewall;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** What refuses requests that no honest client sends. */
public record FirewallConfig(
    @Setting(
            doc =
                "What becomes of requests that look like attacks: enforce refuses them, report"
                    + " only logs them.",
            value = "enforce")
        FirewallMode mode,
    @Setting(
            doc = "Score at which a request is refused; the log has the scores and reasons.",
            value = "5",
            min = 1,
            max = 99)
        int threshold,
    @Setting(doc = "Most headers of a request.", value = "64", min = 16, max = 1_000) int headers,
    @Setting(doc = "Most characters of one header.", value = "8192", min = 256, max = 16_384)
        int headerLength,
    @Setting(
            doc = "Most characters of a path with its query.",
            value = "4000",
            min = 256,
            max = 4_096)
        int targetLength,
    @Setting(
            doc = "Longest time for all headers of a request; who is slower is cut off.",
            value = "10s")
        Duration headTime,
    @Setting(
            doc =
                "Least bytes a second of a body, measured every body-window; 0 takes any. Who is"
                    + " slower is cut off.",
            value = "256",
            min = 0,
            max = 1_000_000)
        int bodyRate,
    @Setting(doc = "Time over which the rate of a body is measured.", value = "10s")
        Duration bodyWindow) {}
