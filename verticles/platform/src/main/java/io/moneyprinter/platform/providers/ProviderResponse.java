package io.moneyprinter.platform.providers;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * What a provider answered.
 *
 * @param status of HTTP
 * @param body whole; empty rather than {@code null}
 */
public record ProviderResponse(int status, MultiMap headers, Buffer body) {
  public ProviderResponse {
    body = body == null ? Buffer.buffer() : body;
  }

  /** Whether it is 2xx. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** The first of a name, in whatever case it is written. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
