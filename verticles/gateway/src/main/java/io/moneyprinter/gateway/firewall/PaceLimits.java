package io.moneyprinter.gateway.firewall;

import java.time.Duration;

/**
 * How fast a client has to send.
 *
 * @param head time for all headers of a request
 * @param bodyRate least bytes a second of a body, measured over {@code window}; 0 for any
 */
public record PaceLimits(Duration head, long bodyRate, Duration window) {
  long bytesInWindow() {
    return bodyRate * window.toMillis() / 1_000;
  }
}
