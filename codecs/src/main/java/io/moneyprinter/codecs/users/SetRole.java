package io.moneyprinter.codecs.users;

import java.util.List;
import java.util.Objects;

/**
 * Makes somebody of the caller's tenant something else; its sessions end.
 *
 * @param granted scopes of the credential that asks: it gives and takes no role that may more;
 *     {@code null} where that is the caller's own role alone
 */
public record SetRole(String userId, Role role, List<String> granted) {
  /** By whoever may all that the caller's role may. */
  public SetRole(String userId, Role role) {
    this(userId, role, null);
  }

  public SetRole {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(role, "role");
    granted = granted == null ? null : List.copyOf(granted);
  }
}
