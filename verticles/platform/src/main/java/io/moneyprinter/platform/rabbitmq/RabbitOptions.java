package io.moneyprinter.platform.rabbitmq;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a RabbitMQ broker is reached and used.
 *
 * @param uri {@code amqp://user:password@host:port/vhost}, or {@code amqps:} for TLS
 * @param authority PEM file of the certificate authorities that are trusted with {@code amqps:};
 *     empty for those of the JVM
 * @param heartbeat after about twice this silence a connection counts as dead
 * @param prefix all exchanges and queues but the events exchange begin with it
 * @param ticketLife a ticket that waited so long is dropped: it has been put again by then
 */
public record RabbitOptions(
    String uri, Optional<Path> authority, Duration heartbeat, String prefix, Duration ticketLife) {
  public RabbitOptions {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(heartbeat, "heartbeat");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(ticketLife, "ticketLife");
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return uri.replaceFirst("//[^@/]*@", "//");
  }
}
