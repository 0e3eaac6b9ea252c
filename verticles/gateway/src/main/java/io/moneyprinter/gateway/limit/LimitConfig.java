package io.moneyprinter.gateway.limit;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Map;

/** How much callers may ask for; token buckets in Redis that all nodes share. */
public record LimitConfig(
    @Setting(
            doc =
                "Whether requests are limited; programs on this machine without a credential"
                    + " never are.",
            value = "true")
        boolean enabled,
    @Setting(
            doc = "Requests a second of one address, IPv6 by network of 64 bits.",
            value = "50",
            min = 0.01,
            max = 1_000_000)
        double addressRate,
    @Setting(doc = "Most requests of one address at once.", value = "200", min = 1, max = 1_000_000)
        int addressBurst,
    @Setting(
            doc = "Requests a second of one user whose tier has no rate of its own.",
            value = "25",
            min = 0.01,
            max = 1_000_000)
        double userRate,
    @Setting(doc = "Most requests of one user at once.", value = "150", min = 1, max = 1_000_000)
        int userBurst,
    @Setting(doc = "Requests a second with one API key.", value = "25", min = 0.01, max = 1_000_000)
        double keyRate,
    @Setting(
            doc = "Most requests with one API key at once.",
            value = "150",
            min = 1,
            max = 1_000_000)
        int keyBurst,
    Map<String, Tier> tiers,
    @Setting(
            doc =
                "How many requests one request counts as, by route, such as"
                    + " 'POST /v1/videos/:id/verify': 20.")
        Map<String, String> costs,
    @Setting(
            doc = "How long a request waits for Redis before the node limits by itself.",
            value = "150ms")
        Duration patience) {
  /** The users of one tier. */
  public record Tier(
      @Setting(
              doc = "Requests a second of one user of this tier.",
              value = "25",
              min = 0.01,
              max = 1_000_000)
          double rate,
      @Setting(
              doc = "Most requests of one user of this tier at once.",
              value = "150",
              min = 1,
              max = 1_000_000)
          int burst) {}
}
