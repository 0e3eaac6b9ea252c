package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.users.Login;

/**
 * The tokens of a session, as OAuth 2 answers (RFC 6749 §5.1), in our spelling.
 *
 * @param refreshToken good once
 */
record LoginView(
    String sessionId,
    String accessToken,
    String tokenType,
    int expiresInSeconds,
    String refreshToken,
    long refreshExpiresInSeconds) {
  static LoginView of(Login login) {
    return new LoginView(
        login.sessionId(),
        login.accessToken(),
        "Bearer",
        login.expiresInSeconds(),
        login.refreshToken(),
        login.refreshExpiresInSeconds());
  }

  /** Never shows the tokens. */
  @Override
  public String toString() {
    return "LoginView[" + sessionId + "]";
  }
}
