package io.moneyprinter.platform.providers;

import io.vertx.core.http.RequestOptions;

/**
 * Where a provider wants its key. Never in the address: addresses end up in the logs of proxies.
 */
public sealed interface KeyPlace {
  /** Writes the key into a request. */
  void put(RequestOptions request, String key);

  /** {@code Authorization: Bearer …} (RFC 6750, section 2.1). */
  static KeyPlace bearer() {
    return new Header("Authorization", "Bearer ");
  }

  /** A header of the provider's own, such as {@code xi-api-key}. */
  static KeyPlace header(String name) {
    return new Header(name, "");
  }

  /**
   * A header.
   *
   * @param prefix what stands before the key, with its space; may be empty
   */
  record Header(String name, String prefix) implements KeyPlace {
    @Override
    public void put(RequestOptions request, String key) {
      request.putHeader(name, prefix + key);
    }
  }
}
