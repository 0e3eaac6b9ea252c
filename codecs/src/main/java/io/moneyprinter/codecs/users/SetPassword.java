package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Sets a password by a link: of a forgotten password, an invitation, or the very first start.
 *
 * @param email for the link of the first start, where none is known yet; else {@code null}
 * @param name how to address the person; {@code null} to leave it
 */
public record SetPassword(String token, String password, String email, String name) {
  public SetPassword {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(password, "password");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "SetPassword[]";
  }
}
