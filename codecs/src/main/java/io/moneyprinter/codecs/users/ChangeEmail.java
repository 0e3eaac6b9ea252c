package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Asks for a letter to another address of the caller's; the account changes to it when the link in
 * that letter is opened.
 */
public record ChangeEmail(String password, String email) {
  public ChangeEmail {
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(email, "email");
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "ChangeEmail[" + email + "]";
  }
}
