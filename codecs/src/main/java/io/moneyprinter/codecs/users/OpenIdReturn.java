package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Where the browser goes from here: a link that logs it in, once, within a minute. */
public record OpenIdReturn(String url) {
  public OpenIdReturn {
    Objects.requireNonNull(url, "url");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "OpenIdReturn[]";
  }
}
