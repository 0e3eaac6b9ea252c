package io.moneyprinter.codecs.threat;

import java.util.Objects;

/**
 * Tells the threat detector of something that may be part of an attack.
 *
 * @param address where it came from, as an IP address: the caller's own, not that of a proxy
 * @param account whose login was tried; {@code null} when none was named
 * @param key name of the API key, such as its prefix; {@code null} for none. Never the key itself
 */
public record ReportThreat(ThreatKind kind, String address, String account, String key) {
  public ReportThreat {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(address, "address");
  }
}
