package io.moneyprinter.platform.node;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;
import java.util.Set;

/**
 * How the nodes of a cluster talk HTTP among themselves: with the certificates of the event bus,
 * where that has some, as mutual TLS 1.3.
 *
 * @param host address of this node that the others can reach
 * @param secret that all nodes of the cluster know
 */
public record PeerLink(String host, Optional<String> secret, Optional<Certificates> certificates) {
  private static final Set<String> PROTOCOLS = Set.of("TLSv1.3");

  /** What this node shows, and whom it believes. */
  public record Certificates(KeyCertOptions own, TrustOptions authority) {}

  /** Lets a server of this node in none but nodes of the cluster. */
  public void secure(HttpServerOptions options) {
    certificates.ifPresent(
        known ->
            options
                .setSsl(true)
                .setKeyCertOptions(known.own())
                .setTrustOptions(known.authority())
                .setClientAuth(ClientAuth.REQUIRED)
                .setEnabledSecureTransportProtocols(PROTOCOLS));
  }

  /** Lets a client of this node talk to none but nodes of the cluster, by whatever name. */
  public void secure(HttpClientOptions options) {
    certificates.ifPresent(
        known ->
            options
                .setSsl(true)
                .setKeyCertOptions(known.own())
                .setTrustOptions(known.authority())
                .setVerifyHost(false)
                .setEnabledSecureTransportProtocols(PROTOCOLS));
  }
}
