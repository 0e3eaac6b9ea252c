package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Asks for a letter that allows to set a new password; the answer never says whether it went. */
public record RequestReset(String email) {
  public RequestReset {
    Objects.requireNonNull(email, "email");
  }
}
