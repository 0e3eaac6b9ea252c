package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Trades an API key for a short-lived token (JWT, RS256). */
public record IssueToken(String apiKey) {
  public IssueToken {
    Objects.requireNonNull(apiKey, "apiKey");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "IssueToken[]";
  }
}
