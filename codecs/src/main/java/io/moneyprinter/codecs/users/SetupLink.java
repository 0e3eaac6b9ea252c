package io.moneyprinter.codecs.users;

import java.util.Objects;

/** A link that makes its reader the operator; good once, for a day. */
public record SetupLink(String url) {
  public SetupLink {
    Objects.requireNonNull(url, "url");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "SetupLink[]";
  }
}
