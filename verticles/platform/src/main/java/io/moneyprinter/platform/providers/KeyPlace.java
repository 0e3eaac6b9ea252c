package io.moneyprinter.platform.providers;

import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a provider wants its key. In a header wherever the provider takes it there: addresses end
 * up in the logs of proxies.
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
   * A part of the address's query, such as {@code key}, for providers that take it nowhere else.
   */
  static KeyPlace query(String name) {
    return new Query(name);
  }

  /** A part of the query. */
  record Query(String name) implements KeyPlace {
    @Override
    public void put(RequestOptions request, String key) {
      String target = request.getURI();
      String pair = name + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
      request.setURI(target + (target.indexOf('?') < 0 ? "?" : "&") + pair);
    }
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
