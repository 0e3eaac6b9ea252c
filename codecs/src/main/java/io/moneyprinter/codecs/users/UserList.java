package io.moneyprinter.codecs.users;

import java.util.List;

/** Accounts in the order of their ids. */
public record UserList(List<Profile> users, boolean more) {
  public UserList {
    users = users == null ? List.of() : List.copyOf(users);
  }
}
