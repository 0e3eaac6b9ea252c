package io.moneyprinter.users.oidc;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks with the issuer: authorization code flow with PKCE (RFC 7636) and nonce (OpenID Connect
 * Core 1.0 §3.1). The issuer is looked up at the first login. Of one event loop.
 */
public final class OpenIdClient {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdClient.class);
  private static final Duration KEEP_KEYS = Duration.ofMinutes(5);

  private final Vertx vertx;
  private final OpenIdConfig config;
  private final String redirectUri;
  private final Clock clock;
  private Future<OAuth2Auth> issuer;
  private Instant keysAt;

  /**
   * @param config with an issuer
   * @param redirectUri where the issuer sends the browser back to
   */
  public OpenIdClient(Vertx vertx, OpenIdConfig config, String redirectUri, Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.redirectUri = redirectUri;
    this.clock = clock;
  }

  /** Where the browser is sent to. */
  public Future<String> authorizeUrl(String state, String nonce, String verifier) {
    return issuer()
        .map(
            known ->
                known.authorizeURL(
                    new OAuth2AuthorizationURL()
                        .setRedirectUri(redirectUri)
                        .setScopes(config.scopes())
                        .setState(state)
                        .setCodeChallenge(challenge(verifier))
                        .setCodeChallengeMethod("S256")
                        .putAdditionalParameter("nonce", nonce)));
  }

  private static String challenge(String verifier) {
    byte[] hash = Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** Trades the code for who it is; fails with {@code UNAUTHENTICATED} for anything doubtful. */
  public Future<OpenIdIdentity> identify(String code, String nonce, String verifier) {
    return issuer()
        .compose(this::withKeys)
        .compose(
            known ->
                known
                    .authenticate(
                        new Oauth2Credentials()
                            .setFlow(OAuth2FlowType.AUTH_CODE)
                            .setCode(code)
                            .setRedirectUri(redirectUri)
                            .setCodeVerifier(verifier))
                    .recover(OpenIdClient::doubtful))
        .compose(user -> identity(user, nonce));
  }

  /** The library keeps a token that it could not verify as an opaque one: then there is no id. */
  private Future<OpenIdIdentity> identity(User user, String nonce) {
    JsonObject token = user.attributes().getJsonObject("idToken");
    if (token == null
        || !config.issuer().orElseThrow().equals(token.getString("iss"))
        || !nonce.equals(token.getString("nonce"))
        || token.getString("sub") == null
        || token.getLong("exp", 0L) <= clock.instant().getEpochSecond()) {
      return doubtful(new IllegalStateException("the id token is not one for this login"));
    }
    return Future.succeededFuture(
        new OpenIdIdentity(
            token.getString("iss"),
            token.getString("sub"),
            token.getString("email"),
            Boolean.TRUE.equals(token.getValue("email_verified")),
            token.getString("name")));
  }

  private static <T> Future<T> doubtful(Throwable cause) {
    LOG.warn("A login at the issuer was not accepted: {}", cause.getMessage());
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED, "The issuer does not confirm this login; begin again"));
  }

  private Future<OAuth2Auth> issuer() {
    if (issuer == null || issuer.failed()) {
      issuer =
          OpenIDConnectAuth.discover(
                  vertx,
                  new OAuth2Options()
                      .setSite(config.issuer().orElseThrow())
                      .setClientId(config.clientId())
                      .setClientSecret(config.clientSecret().orElseThrow())
                      .setValidateIssuer(true))
              .recover(
                  cause ->
                      Future.failedFuture(
                          ServiceFailure.unavailable(
                              "The issuer %s cannot be reached or is not set up right (%s)"
                                  .formatted(config.issuer().orElseThrow(), cause.getMessage()))));
    }
    return issuer;
  }

  /** A code is good once: its token must not meet old keys. */
  private Future<OAuth2Auth> withKeys(OAuth2Auth known) {
    Instant now = clock.instant();
    if (keysAt != null && keysAt.plus(KEEP_KEYS).isAfter(now)) {
      return Future.succeededFuture(known);
    }
    return known
        .jWKSet()
        .onSuccess(loaded -> keysAt = now)
        .map(known)
        .recover(
            cause ->
                Future.failedFuture(
                    ServiceFailure.unavailable(
                        "The keys of the issuer cannot be read: " + cause.getMessage())));
  }
}
