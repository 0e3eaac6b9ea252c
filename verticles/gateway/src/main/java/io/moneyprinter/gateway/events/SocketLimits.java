package io.moneyprinter.gateway.events;

import java.time.Duration;

/**
 * What one socket, and all together, may take.
 *
 * @param sockets open at once
 * @param subscriptions of one socket at once
 * @param messages of one socket in a {@code window}
 * @param heartbeat time between pings; a socket that does not answer two in a row is closed
 */
public record SocketLimits(int sockets, int subscriptions, int messages, Duration heartbeat) {
  /** The window in which messages are counted. */
  static final Duration WINDOW = Duration.ofSeconds(10);
}
