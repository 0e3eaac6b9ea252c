package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Makes somebody of the caller's tenant something else; its sessions end. */
public record SetRole(String userId, Role role) {
  public SetRole {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(role, "role");
  }
}
