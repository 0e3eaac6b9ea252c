package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Ends a login at the issuer.
 *
 * @param state as the issuer gave it back
 * @param code from the issuer, good once
 * @param browser what the browser was given to keep; {@code null} when it shows nothing
 */
public record FinishOpenId(String state, String code, String browser) {
  public FinishOpenId {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(code, "code");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "FinishOpenId[]";
  }
}
