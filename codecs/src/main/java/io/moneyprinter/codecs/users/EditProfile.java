package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Changes what the caller is called. */
public record EditProfile(String name) {
  public EditProfile {
    Objects.requireNonNull(name, "name");
  }
}
