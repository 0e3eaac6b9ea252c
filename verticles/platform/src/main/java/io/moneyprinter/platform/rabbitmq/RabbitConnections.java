package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes connections as the options want them, and says why there is none. */
final class RabbitConnections {
  private static final int CONNECT_MILLIS = 5_000;

  private RabbitConnections() {}

  /**
   * The client's own recovery is off: it gives up channels that the broker closes, and {@link
   * RabbitLink} knows better what has to be there again.
   */
  static ConnectionFactory factory(RabbitOptions options)
      throws GeneralSecurityException, IOException, URISyntaxException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(options.uri());
    if (options.uri().startsWith("amqps:")) {
      // By the URI alone the client would trust anybody.
      factory.useSslProtocol(trusting(options.authority()));
      factory.enableHostnameVerification();
    }
    factory.setAutomaticRecoveryEnabled(false);
    factory.setTopologyRecoveryEnabled(false);
    factory.setRequestedHeartbeat((int) Math.max(1, options.heartbeat().toSeconds()));
    factory.setConnectionTimeout(CONNECT_MILLIS);
    factory.setHandshakeTimeout(CONNECT_MILLIS);
    factory.setThreadFactory(
        work -> {
          Thread thread = new Thread(work, "rabbitmq");
          thread.setDaemon(true);
          return thread;
        });
    return factory;
  }

  /** What is wrong between us and the broker, with the settings to look at. */
  static ServiceFailure failure(ConnectionFactory factory, Throwable cause) {
    if (cause instanceof ServiceFailure known) {
      return known;
    }
    String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (cause instanceof AuthenticationFailureException) {
      why = "it does not accept the user or the password";
    } else if (cause.getCause() instanceof ShutdownSignalException told) {
      why = told.getMessage();
    }
    return ServiceFailure.unavailable(
        "RabbitMQ at %s:%d: %s. Check that it runs and that queue.rabbitmq.* is right"
            .formatted(factory.getHost(), factory.getPort(), why));
  }

  private static SSLContext trusting(Optional<Path> authority)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = null;
    if (authority.isPresent()) {
      trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      try (InputStream pem = Files.newInputStream(authority.get())) {
        int number = 0;
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
          trusted.setCertificateEntry("authority-" + number++, each);
        }
      }
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
