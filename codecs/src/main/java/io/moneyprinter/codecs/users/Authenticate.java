package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Asks who holds a credential.
 *
 * @param kind what the credential is
 * @param secret the credential itself
 */
public record Authenticate(Kind kind, String secret) {
  /** The credentials that are known. */
  public enum Kind {
    API_KEY,
    BEARER_TOKEN,
    /** None at all: somebody at this machine, who is its owner until there is a login. */
    LOCAL_OWNER
  }

  public Authenticate {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(secret, "secret");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Authenticate[" + kind + "]";
  }
}
