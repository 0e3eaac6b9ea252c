package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.users.Authenticate;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the credential of a request. */
public final class Credentials {
  private static final String BEARER = "bearer ";
  private static final String API_KEY_MARK = "mp_";
  private static final Pattern KEY = Pattern.compile("mp_([a-z0-9]{8})_.+");

  /** Nothing of ours is longer; more is not worth hashing. */
  private static final int MAX_LENGTH = 4096;

  private Credentials() {}

  /**
   * From {@code X-Service-Name} with {@code X-Service-Key}, from {@code X-API-Key}, or {@code
   * Authorization: Bearer} with an API key or a token. An authorization of another scheme counts as
   * a wrong credential, not as none.
   */
  public static Optional<Authenticate> of(HttpServerRequest request) {
    String serviceKey = request.getHeader("X-Service-Key");
    if (serviceKey != null) {
      String name = request.getHeader("X-Service-Name");
      return Optional.of(
          new Authenticate(
              Authenticate.Kind.API_KEY,
              bounded(serviceKey.strip()),
              name == null ? "" : bounded(name.strip())));
    }
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

  /** The name of the API key that a request shows: its prefix, which is no secret. */
  public static Optional<String> keyName(HttpServerRequest request) {
    return of(request)
        .filter(credential -> credential.kind() == Authenticate.Kind.API_KEY)
        .map(credential -> KEY.matcher(credential.secret()))
        .filter(Matcher::matches)
        .map(form -> form.group(1));
  }

  private static String bounded(String secret) {
    return secret.length() > MAX_LENGTH ? "" : secret;
  }
}
