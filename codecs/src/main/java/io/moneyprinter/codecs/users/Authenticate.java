package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Asks who holds a credential.
 *
 * @param kind what the credential is
 * @param secret the credential itself
 * @param service what the program that shows a key calls itself, which has to be the name of the
 *     service account that holds it; {@code null} where none was named
 */
public record Authenticate(Kind kind, String secret, String service) {
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

  /** A credential without a name. */
  public Authenticate(Kind kind, String secret) {
    this(kind, secret, null);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Authenticate[" + kind + "]";
  }
}
