package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.users.Authenticate;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Finds the credential of a request. */
public final class Credentials {
  private static final String BEARER = "bearer ";
  private static final String API_KEY_MARK = "mp_";

  /** Nothing of ours is longer; more is not worth hashing. */
  private static final int MAX_LENGTH = 4096;

  private Credentials() {}

  /**
   * From {@code X-API-Key}, or {@code Authorization: Bearer} with an API key or a token. An
   * authorization of another scheme counts as a wrong credential, not as none.
   */
  public static Optional<Authenticate> of(HttpServerRequest request) {
    String key = request.getHeader("X-API-Key");
    if (key != null) {
      return Optional.of(new Authenticate(Authenticate.Kind.API_KEY, bounded(key.strip())));
    }
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      return Optional.empty();
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(new Authenticate(Authenticate.Kind.BEARER_TOKEN, ""));
    }
    String secret = bounded(authorization.substring(BEARER.length()).strip());
    return Optional.of(
        new Authenticate(
            secret.startsWith(API_KEY_MARK)
                ? Authenticate.Kind.API_KEY
                : Authenticate.Kind.BEARER_TOKEN,
            secret));
  }

  private static String bounded(String secret) {
    return secret.length() > MAX_LENGTH ? "" : secret;
  }
}
