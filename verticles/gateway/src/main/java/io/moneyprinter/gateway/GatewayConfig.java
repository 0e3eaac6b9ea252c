package io.moneyprinter.gateway;

import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;

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
    Http http,
    Events events,
    Uploads uploads) {

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
