package io.moneyprinter.codecs.users;

import java.util.List;
import java.util.Objects;

/**
 * Makes an account in the caller's tenant; a letter lets its owner choose a password.
 *
 * @param name {@code null} for the address
 * @param granted scopes of the credential that asks: it gives no role that may more; {@code null}
 *     where that is the caller's own role alone
 */
public record InviteUser(String email, String name, Role role, List<String> granted) {
  /** By whoever may all that the caller's role may. */
  public InviteUser(String email, String name, Role role) {
    this(email, name, role, null);
  }

  public InviteUser {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(role, "role");
    granted = granted == null ? null : List.copyOf(granted);
  }
}
