package io.moneyprinter.launcher.node;

import io.moneyprinter.launcher.settings.ClusterConfig;
import io.moneyprinter.platform.node.PeerLink;
import io.moneyprinter.platform.settings.SettingsException;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The event bus under mutual TLS 1.3 (RFC 8446): both ends of every connection show a certificate
 * of the cluster's authority, or there is no connection.
 */
final class BusTls {
  private BusTls() {}

  /**
   * The bus as the settings want it; without certificates it is not encrypted.
   *
   * @param home folder that relative paths start from
   * @throws SettingsException naming each file that cannot be read
   */
  static EventBusOptions options(ClusterConfig cluster, Path home) {
    EventBusOptions options =
        new EventBusOptions()
            .setHost(cluster.host())
            .setPort(cluster.busPort())
            .setClusterPublicHost(cluster.host());
    return cluster.enabled() ? secure(options, cluster.tls(), home) : options;
  }

  /** How nodes fetch one another's files: with the same certificates; empty without a cluster. */
  static Optional<PeerLink> peers(ClusterConfig cluster, Path home) {
    if (!cluster.enabled()) {
      return Optional.empty();
    }
    EventBusOptions bus = options(cluster, home);
    Optional<PeerLink.Certificates> certificates =
        bus.isSsl()
            ? Optional.of(new PeerLink.Certificates(bus.getKeyCertOptions(), bus.getTrustOptions()))
            : Optional.empty();
    return Optional.of(new PeerLink(cluster.host(), cluster.secret(), certificates));
  }

  private static EventBusOptions secure(EventBusOptions options, ClusterConfig.Tls tls, Path home) {
    if (!tls.enabled()) {
      return options;
    }
    List<String> problems = new ArrayList<>();
    String certificate = file("certificate", tls.certificate(), home, problems);
    String key = file("key", tls.key(), home, problems);
    String authority = file("authority", tls.authority(), home, problems);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    options
        .setSsl(true)
        .setClientAuth(ClientAuth.REQUIRED)
        .setKeyCertOptions(new PemKeyCertOptions().addCertPath(certificate).addKeyPath(key))
        .setTrustOptions(new PemTrustOptions().addCertPath(authority))
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
    return options;
  }

  private static String file(
      String setting, Optional<String> written, Path home, List<String> problems) {
    Path path = home.resolve(written.orElseThrow()).normalize();
    if (!Files.isReadable(path)) {
      problems.add(
          "cluster.tls."
              + setting
              + ": "
              + path
              + " cannot be read; make it by 'moneyprinter certificates --out certificates --hosts"
              + " <all nodes>' and copy this node's folder there");
    }
    return path.toString();
  }
}
