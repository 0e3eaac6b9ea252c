package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Proves that the app shows the right codes; from now on logging in takes one. */
public record ConfirmTotp(String code) {
  public ConfirmTotp {
    Objects.requireNonNull(code, "code");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ConfirmTotp[]";
  }
}
