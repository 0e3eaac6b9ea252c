package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Trades the short-lived ticket that a login elsewhere ended with for a session.
 *
 * @param browser what the cookie of the browser that began the login says; {@code null} without one
 */
public record ExchangeLogin(String token, Client client, String browser) {
  public ExchangeLogin {
    Objects.requireNonNull(token, "token");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ExchangeLogin[]";
  }
}
