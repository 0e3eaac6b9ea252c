package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * A token and how long it is good for.
 *
 * @param expiresInSeconds from now
 */
public record Token(String accessToken, int expiresInSeconds) {
  public Token {
    Objects.requireNonNull(accessToken, "accessToken");
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Token[" + expiresInSeconds + " s]";
  }
}
