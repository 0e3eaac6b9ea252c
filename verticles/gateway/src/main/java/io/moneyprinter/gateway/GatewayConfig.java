package io.moneyprinter.gateway;

import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.gateway.breaker.BreakerConfig;
import io.moneyprinter.gateway.events.EventConfig;
import io.moneyprinter.gateway.firewall.FirewallConfig;
import io.moneyprinter.gateway.limit.LimitConfig;
import io.moneyprinter.gateway.proxy.BackendConfig;
import io.moneyprinter.gateway.threat.ThreatConfig;
import io.moneyprinter.gateway.upload.UploadConfig;
import io.moneyprinter.platform.settings.Setting;
import java.util.List;
import java.util.Map;

/** What an operator decides about the gateway. */
public record GatewayConfig(
    @Setting(
            doc =
                "How callers show who they are: with local, programs and the page on this machine"
                    + " need no credential; with required, everybody does.",
            value = "local")
        AuthMode auth,
    @Setting(
            doc =
                "Web pages of other origins that may talk to this node, such as"
                    + " https://studio.example.org.",
            value = "")
        List<String> origins,
    @Setting(
            doc =
                "A folder whose files are served as the studio instead of those in the jar, for"
                    + " those who change its pages; empty for the jar's.",
            value = "")
        String studio,
    @Setting(
            doc =
                "How many event loops answer requests, each with its own connections: 0 for one on"
                    + " each processor, four at most. A node on http.port 0 has one.",
            value = "0",
            min = 0,
            max = 64)
        int instances,
    HttpConfig http,
    EventConfig events,
    UploadConfig uploads,
    LimitConfig limits,
    FirewallConfig firewall,
    BreakerConfig breaker,
    Map<String, BackendConfig> backends,
    ThreatConfig threats) {
  /** Beyond these the services behind are what limits a node. */
  private static final int MOST_BY_ITSELF = 4;

  /**
   * How many instances share the port.
   *
   * @param processors that the node may use
   */
  public int instancesOn(int processors) {
    if (http.port() == 0) {
      return 1; // each would get a port of its own
    }
    return instances > 0 ? instances : Math.min(MOST_BY_ITSELF, processors);
  }
}
