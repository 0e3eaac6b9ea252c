package io.moneyprinter.codecs.users;

import java.util.List;

/** Codes that each work once in the place of a one-time code; never shown again. */
public record RecoveryCodes(List<String> codes) {
  public RecoveryCodes {
    codes = codes == null ? List.of() : List.copyOf(codes);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "RecoveryCodes[]";
  }
}
