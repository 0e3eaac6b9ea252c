package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Opens a session.
 *
 * @param code one-time or recovery code; {@code null} without
 */
public record LogIn(String email, String password, String code, Client client) {
  public LogIn {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(password, "password");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "LogIn[]";
  }
}
