package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Trades a refresh token, once, for a new one and a fresh access token. */
public record RefreshLogin(String refreshToken, Client client) {
  public RefreshLogin {
    Objects.requireNonNull(refreshToken, "refreshToken");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "RefreshLogin[]";
  }
}
