package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Makes an account for a program: it has keys, and no password. */
public record CreateServiceAccount(String name) {
  public CreateServiceAccount {
    Objects.requireNonNull(name, "name");
  }
}
