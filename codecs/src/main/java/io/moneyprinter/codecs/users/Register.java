package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Asks for an account with a tenant of its own. The answer is the same whether the address is new
 * or has an account already; the letter tells.
 *
 * @param name how to address the person; {@code null} for the address
 */
public record Register(String email, String password, String name) {
  public Register {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(password, "password");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Register[]";
  }
}
