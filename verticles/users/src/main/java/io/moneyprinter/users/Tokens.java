package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Token;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signs and reads tokens (JWT, RFC 7519, RS256; claims as in RFC 9068). */
final class Tokens {
  private static final String TENANT = "tenant";
  private static final String SCOPE = "scope";
  private static final String KEY = "key";
  private static final String SESSION = "sid";

  /**
   * What a good token says; it stands for a key or a session, and falls with it.
   *
   * @param keyPrefix of the API key it was traded for; {@code null} for a session's
   * @param session that it was made for; {@code null} for a key's
   */
  record Claims(
      String tenant,
      String subject,
      List<String> scopes,
      String keyPrefix,
      UUID session,
      Instant expiresAt) {
    /** Whether it speaks of this account; a signature alone does not make it so. */
    boolean isOf(String otherTenant, String user) {
      return tenant.equals(otherTenant) && subject.equals(user);
    }
  }

  private final KeyRing keys;
  private final WorkerPools pools;
  private final UsersConfig config;
  private final Clock clock;

  Tokens(KeyRing keys, WorkerPools pools, UsersConfig config, Clock clock) {
    this.keys = keys;
    this.pools = pools;
    this.config = config;
    this.clock = clock;
  }

  Future<Token> issue(StoredKey key) {
    return issue(key.user(), claims(key.tenant(), key.scopes()).put(KEY, key.prefix()));
  }

  Future<Token> issue(LiveSession session) {
    return issue(
        session.user(),
        claims(session.tenant(), session.role().scopes()).put(SESSION, session.id().toString()));
  }

  private static JsonObject claims(String tenant, List<String> scopes) {
    return new JsonObject().put(TENANT, tenant).put(SCOPE, String.join(" ", scopes));
  }

  private Future<Token> issue(String subject, JsonObject claims) {
    int seconds = (int) config.tokenLifetime().toSeconds();
    JWTOptions options =
        new JWTOptions()
            .setAlgorithm(SigningKey.ALGORITHM)
            .setSubject(subject)
            .setIssuer(config.issuer())
            .addAudience(config.audience())
            .setExpiresInSeconds(seconds);
    return keys.ring()
        .compose(
            ring ->
                pools.run(
                    Pool.CRYPTO, () -> ring.signer(clock.instant()).generateToken(claims, options)))
        .map(text -> new Token(text, seconds));
  }

  /** Empty for whatever is not a good token of ours. */
  Future<Optional<Claims>> read(String token) {
    Optional<String> kid = kidOf(token);
    if (kid.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return keys.ringFor(kid.get())
        .compose(
            ring ->
                ring.has(kid.get())
                    ? verify(ring, token)
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Claims>> verify(SigningRing ring, String token) {
    return pools
        .run(Pool.CRYPTO, () -> ring.verifier().authenticate(new TokenCredentials(token)))
        .compose(verified -> verified)
        .map(user -> claims(user.attributes().getJsonObject("accessToken")))
        .recover(refused -> Future.succeededFuture(Optional.empty()));
  }

  private static Optional<Claims> claims(JsonObject claims) {
    String tenant = claims.getString(TENANT);
    String subject = claims.getString("sub");
    String key = claims.getString(KEY);
    UUID session =
        Optional.ofNullable(claims.getString(SESSION)).flatMap(LoginDesk::sessionId).orElse(null);
    Long expires = claims.getLong("exp");
    boolean standsForOne = (key == null) != (session == null);
    if (tenant == null || subject == null || !standsForOne || expires == null) {
      return Optional.empty();
    }
    String scope = claims.getString(SCOPE, "").strip();
    List<String> scopes = scope.isEmpty() ? List.of() : List.of(scope.split(" +"));
    return Optional.of(
        new Claims(tenant, subject, scopes, key, session, Instant.ofEpochSecond(expires)));
  }

  /** The key's name, not yet to be trusted; the algorithm has to be ours. */
  private static Optional<String> kidOf(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token.substring(0, dot));
      JsonObject header = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
      return SigningKey.ALGORITHM.equals(header.getValue("alg"))
          ? Optional.ofNullable(header.getString("kid"))
          : Optional.empty();
    } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }
}
