package io.moneyprinter.gateway;

import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.gateway.firewall.FirewallMode;
import io.moneyprinter.gateway.proxy.Balance;
import io.moneyprinter.gateway.threat.ThreatConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Http http,
    Events events,
    Uploads uploads,
    Limits limits,
    Firewall firewall,
    Breaker breaker,
    Map<String, Backend> backends,
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

  /** The HTTP server. */
  public record Http(
      @Setting(
              doc = "Address to listen on; 0.0.0.0 for all, which only auth: required makes safe.",
              value = "127.0.0.1")
          String host,
      @Setting(
              doc = "TCP port to listen on, 0 for any free one.",
              value = "8000",
              min = 0,
              max = 65_535)
          int port,
      @Setting(doc = "Largest request body that is read.", value = "256KB") DataSize bodyLimit,
      @Setting(
              doc = "Largest batch that is read; orchestration.batch.max-size limits it as well.",
              value = "8MB")
          DataSize batchLimit,
      @Setting(
              doc =
                  "Largest piece of music that is uploaded; materials.music limits its length as"
                      + " well.",
              value = "64MB")
          DataSize musicLimit,
      @Setting(
              doc =
                  "Addresses, or networks such as 10.0.0.0/8, of proxies in front of this node; only"
                      + " they are believed in X-Forwarded-For.",
              value = "")
          List<String> trustedProxies,
      @Setting(
              doc =
                  "Whether HTTP/2 without TLS is spoken too, for proxies that use it behind them.",
              value = "false")
          boolean h2c,
      @Setting(doc = "How long a stopping node waits for requests in flight.", value = "10s")
          Duration drain) {}

  /** Files that come in. */
  public record Uploads(
      @Setting(
              doc =
                  "Space that stays free on the disk of the data folder; a file that would leave"
                      + " less is refused.",
              value = "512MB")
          DataSize minimumFree) {}

  /** How much callers may ask for; token buckets in Redis that all nodes share. */
  public record Limits(
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
      @Setting(
              doc = "Most requests of one address at once.",
              value = "200",
              min = 1,
              max = 1_000_000)
          int addressBurst,
      @Setting(
              doc = "Requests a second of one user whose tier has no rate of its own.",
              value = "25",
              min = 0.01,
              max = 1_000_000)
          double userRate,
      @Setting(doc = "Most requests of one user at once.", value = "150", min = 1, max = 1_000_000)
          int userBurst,
      @Setting(
              doc = "Requests a second with one API key.",
              value = "25",
              min = 0.01,
              max = 1_000_000)
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

  /** What refuses requests that no honest client sends. */
  public record Firewall(
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

  /** What becomes of requests while a service does not answer. */
  public record Breaker(
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
              doc =
                  "How long the address is left alone; requests get 503 with Retry-After at once.",
              value = "5s")
          Duration pause,
      @Setting(
              doc = "Most requests of one gateway instance that wait for one address.",
              value = "500",
              min = 1,
              max = 100_000)
          int inFlight) {}

  /** A service that speaks HTTP, in whatever language, reached below /v1/services/. */
  public record Backend(
      @Setting(
              doc =
                  "Its servers, such as http://10.0.0.5:9000, or http://10.0.0.5:9000*3 for a weight"
                      + " of 3; those that other nodes name are used as well.",
              value = "")
          List<String> servers,
      @Setting(doc = "How requests are spread over its servers.", value = "round-robin")
          Balance balance,
      @Setting(doc = "What the gateway shows of itself as X-Service-Key.", secret = true)
          Optional<String> key,
      @Setting(doc = "Longest time for a connection.", value = "2s") Duration connectTimeout,
      @Setting(doc = "Longest time until an answer begins.", value = "30s") Duration timeout,
      @Setting(
              doc = "Most other servers that are tried, where that is safe.",
              value = "1",
              min = 0,
              max = 5)
          int retries,
      @Setting(
              doc = "Failures in a row after which a server gets no requests for a while.",
              value = "3",
              min = 1,
              max = 100)
          int ejectAfter,
      @Setting(doc = "How long that is the first time; each further time longer.", value = "10s")
          Duration ejectFor) {}

  /** Streams of events. */
  public record Events(
      @Setting(doc = "Time between signs of life on a quiet stream or socket.", value = "15s")
          Duration heartbeat,
      @Setting(
              doc = "Most jobs followed at once over one gateway instance, counted by reader.",
              value = "2000",
              min = 1,
              max = 100_000)
          int streams,
      @Setting(
              doc = "Most WebSockets open at once on one gateway instance.",
              value = "1000",
              min = 1,
              max = 100_000)
          int sockets,
      @Setting(
              doc = "Most jobs followed at once over one WebSocket.",
              value = "32",
              min = 1,
              max = 1_000)
          int subscriptions,
      @Setting(
              doc = "Most messages taken from one WebSocket in ten seconds.",
              value = "100",
              min = 1,
              max = 10_000)
          int messages) {}
}
