package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * A session and the tokens of it.
 *
 * @param expiresInSeconds of the access token, from now
 * @param refreshToken good once
 * @param refreshExpiresInSeconds of the refresh token and the session, from now
 */
public record Login(
    String sessionId,
    String accessToken,
    int expiresInSeconds,
    String refreshToken,
    long refreshExpiresInSeconds) {
  public Login {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(accessToken, "accessToken");
    Objects.requireNonNull(refreshToken, "refreshToken");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Login[]";
  }
}
