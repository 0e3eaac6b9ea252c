package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How nodes find one another, and how they know that they belong together. */
public record ClusterConfig(
    @Setting(doc = "Whether this node joins others", value = "false") boolean enabled,
    @Setting(doc = "Only nodes of the same name join", value = "moneyprinter") String name,
    @Setting(
            doc =
                "Only nodes of the same secret join, at least 16 characters; members send a digest of"
                    + " it, so it keeps strangers out, not those who listen on the wire",
            secret = true)
        Optional<String> secret,
    @Setting(doc = "Address of this node that the others can reach", value = "127.0.0.1")
        String host,
    @Setting(
            doc = "Port that members talk on; keep it off public networks",
            value = "5701",
            min = 1,
            max = 65535)
        int port,
    @Setting(
            doc = "Port of the event bus, which carries all messages; 0 for any free one",
            value = "0",
            min = 0,
            max = 65535)
        int busPort,
    @Setting(doc = "Members to look for, host:port", value = "127.0.0.1:5701") List<String> members,
    Tls tls) {
  private static final int SHORTEST_SECRET = 16;

  public ClusterConfig {
    if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "secret must have at least "
              + SHORTEST_SECRET
              + " characters: moneyprinter certificates makes one");
    }
  }

  /** The event bus over mutual TLS 1.3. {@code moneyprinter certificates} makes the files. */
  public record Tls(
      @Setting(
              doc =
                  "PEM file of this node's certificate, below the installation unless absolute; with"
                      + " it the event bus speaks mutual TLS")
          Optional<String> certificate,
      @Setting(doc = "PEM file of the certificate's private key (PKCS #8, not encrypted)")
          Optional<String> key,
      @Setting(
              doc =
                  "PEM file of the authority that vouches for all nodes; every holder of a"
                      + " certificate of it is let in, so it has to be one for this cluster alone")
          Optional<String> authority) {
    public Tls {
      long set = Stream.of(certificate, key, authority).filter(Optional::isPresent).count();
      if (set == 1 || set == 2) {
        throw new IllegalArgumentException(
            "tls needs certificate, key and authority together, or none of them");
      }
    }

    /** Whether the bus is to speak TLS. */
    public boolean enabled() {
      return certificate.isPresent();
    }
  }
}
