package io.moneyprinter.platform.discovery;

import java.net.URI;
import java.util.Objects;

/**
 * A server of a service that speaks HTTP, in whatever language.
 *
 * @param address scheme {@code http} or {@code https}, host, port, and perhaps a path before all
 *     others
 * @param weight its share of the requests against those of other servers, at least 1
 */
public record HttpServerEntry(URI address, int weight) {
  public HttpServerEntry {
    Objects.requireNonNull(address, "address");
  }
}
