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
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Signs and reads tokens (JWT, RFC 7519, RS256; claims as in RFC 9068). */
final class Tokens {
  private static final String TENANT = "tenant";
  private static final String SCOPE = "scope";
  private static final String KEY = "key";

  /**
   * What a good token says.
   *
   * @param keyPrefix of the API key it was traded for
   */
  record Claims(
      String tenant, String subject, List<String> scopes, String keyPrefix, Instant expiresAt) {}

  private final KeyRing keys;
  private final WorkerPools pools;
  private final UsersConfig config;

  Tokens(KeyRing keys, WorkerPools pools, UsersConfig config) {
    this.keys = keys;
    this.pools = pools;
    this.config = config;
  }

  Future<Token> issue(StoredKey key) {
    int seconds = (int) config.tokenLifetime().toSeconds();
    JsonObject claims =
        new JsonObject()
            .put(TENANT, key.tenant())
            .put(SCOPE, String.join(" ", key.scopes()))
            .put(KEY, key.prefix());
    JWTOptions options =
        new JWTOptions()
            .setAlgorithm(SigningKey.ALGORITHM)
            .setSubject(key.user())
            .setIssuer(config.issuer())
            .addAudience(config.audience())
            .setExpiresInSeconds(seconds);
    return keys.ring()
        .compose(ring -> pools.run(Pool.CRYPTO, () -> ring.signer().generateToken(claims, options)))
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

  private Future<Optional<Claims>> verify(KeyRing.Ring ring, String token) {
    return pools
        .run(Pool.CRYPTO, () -> ring.signer().authenticate(new TokenCredentials(token)))
        .compose(verified -> verified)
        .map(user -> claims(user.attributes().getJsonObject("accessToken")))
        .recover(refused -> Future.succeededFuture(Optional.empty()));
  }

  private static Optional<Claims> claims(JsonObject claims) {
    String tenant = claims.getString(TENANT);
    String subject = claims.getString("sub");
    String key = claims.getString(KEY);
    Long expires = claims.getLong("exp");
    if (tenant == null || subject == null || key == null || expires == null) {
      return Optional.empty();
    }
    String scope = claims.getString(SCOPE, "").strip();
    List<String> scopes = scope.isEmpty() ? List.of() : List.of(scope.split(" +"));
    return Optional.of(new Claims(tenant, subject, scopes, key, Instant.ofEpochSecond(expires)));
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
