package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Takes an account out of the caller's tenant, with its keys and sessions. */
public record RemoveUser(String userId) {
  public RemoveUser {
    Objects.requireNonNull(userId, "userId");
  }
}
