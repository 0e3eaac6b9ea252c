package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Makes an account in the caller's tenant; a letter lets its owner choose a password.
 *
 * @param name {@code null} for the address
 */
public record InviteUser(String email, String name, Role role) {
  public InviteUser {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(role, "role");
  }
}
