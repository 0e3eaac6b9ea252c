package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Trades the short-lived ticket that a login elsewhere ended with for a session. */
public record ExchangeLogin(String token, Client client) {
  public ExchangeLogin {
    Objects.requireNonNull(token, "token");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ExchangeLogin[]";
  }
}
