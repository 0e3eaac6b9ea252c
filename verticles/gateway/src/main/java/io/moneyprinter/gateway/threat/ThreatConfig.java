package io.moneyprinter.gateway.threat;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** When somebody is slowed down or locked out, and for how long. */
public record ThreatConfig(
    @Setting(
            doc =
                "Whether attacks are looked for; programs on this machine without a credential are"
                    + " never held up.",
            value = "true")
        boolean enabled,
    @Setting(doc = "The time in which the following are counted, 1s to 1h.", value = "5m")
        Duration window,
    @Setting(
            doc =
                "Wrong credentials and failed logins after which an address is locked (IPv6 by network"
                    + " of 64 bits); it is slowed down after half of them.",
            value = "20",
            min = 2,
            max = 1_000_000)
        int failures,
    @Setting(
            doc =
                "Failed logins of one account from one network (IPv4 by 24 bits, IPv6 by 48) after"
                    + " which the account is locked for that network.",
            value = "10",
            min = 1,
            max = 1_000_000)
        int accountFailures,
    @Setting(
            doc =
                "Failed logins of one account from anywhere after which its logins are slowed down"
                    + " everywhere; never locked, or anybody could keep its owner out.",
            value = "50",
            min = 1,
            max = 1_000_000)
        int accountTotal,
    @Setting(
            doc =
                "Different accounts or keys that an address fails with after which it is locked"
                    + " (credential stuffing).",
            value = "8",
            min = 2,
            max = 1_000_000)
        int accounts,
    @Setting(
            doc =
                "Points after which an address is locked as a scanner: 1 for each path that is not"
                    + " there, 5 for each request that the firewall refuses.",
            value = "100",
            min = 1,
            max = 1_000_000)
        int scans,
    @Setting(
            doc = "Breaches of a WebSocket's or bridge's rules after which an address is locked.",
            value = "10",
            min = 1,
            max = 1_000_000)
        int breaches,
    @Setting(
            doc =
                "Different networks (IPv4 by 16 bits, IPv6 by 32) that use one API key in this window"
                    + " after which people are told (impossible travel).",
            value = "5",
            min = 2,
            max = 1_000)
        int keyNetworks,
    @Setting(doc = "Whether such a key is locked as well.", value = "false") boolean lockKeys,
    @Setting(doc = "How long the first lock lasts; each further one twice as long.", value = "5m")
        Duration lock,
    @Setting(doc = "The longest that a lock may last.", value = "1h") Duration longestLock,
    @Setting(doc = "How long requests wait that are slowed down, up to 10s.", value = "1s")
        Duration delay,
    @Setting(doc = "Longest wait for Redis; then this node counts by itself.", value = "250ms")
        Duration patience) {
  public ThreatConfig {
    if (window.toMillis() < 1_000 || window.toHours() > 1) {
      throw new IllegalArgumentException("window must be 1s to 1h");
    }
    if (lock.toMillis() < 1_000 || longestLock.compareTo(lock) < 0) {
      throw new IllegalArgumentException(
          "lock must be 1s or more, and longest-lock not shorter than lock");
    }
    if (delay.isNegative() || delay.toSeconds() > 10) {
      throw new IllegalArgumentException("delay must be at most 10s");
    }
  }
}
