package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Where the browser goes to log in.
 *
 * @param browser to be kept by this very browser, and shown when it comes back
 */
public record OpenIdStart(String url, String browser) {
  public OpenIdStart {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(browser, "browser");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "OpenIdStart[]";
  }
}
