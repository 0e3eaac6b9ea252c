package io.moneyprinter.users;

import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The signing keys in use, made at the first start and replaced when the newest grows old. Looks
 * again now and then, because another node may have replaced it. Of one event loop.
 */
final class KeyRing {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /** However many tokens with made-up key names come, the database is asked once in this time. */
  private static final Duration LOOK_EARLY = Duration.ofSeconds(5);

  /**
   * The keys of one moment.
   *
   * @param signer signs with the newest key and verifies with all
   */
  record Ring(List<SigningKey> keys, KeySet published, JWTAuth signer, Instant loadedAt) {
    boolean has(String kid) {
      return keys.stream().anyMatch(key -> key.kid().equals(kid));
    }
  }

  private final Vertx vertx;
  private final WorkerPools pools;
  private final SigningKeyStore store;
  private final UsersConfig config;
  private final Clock clock;
  private Future<Ring> ring;

  KeyRing(Vertx vertx, WorkerPools pools, SigningKeyStore store, UsersConfig config, Clock clock) {
    this.vertx = vertx;
    this.pools = pools;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** The ring; loaded when there is none, or when the one at hand is some minutes old. */
  Future<Ring> ring() {
    return freshEnough(LOOK_AGAIN) ? ring : reload();
  }

  /** The ring for verifying a token of this key, which another node may have made just now. */
  Future<Ring> ringFor(String kid) {
    return ring().compose(now -> now.has(kid) || freshEnough(LOOK_EARLY) ? ring : reload());
  }

  private boolean freshEnough(Duration age) {
    if (ring == null || ring.failed()) {
      return false;
    }
    return !ring.isComplete() || ring.result().loadedAt().plus(age).isAfter(clock.instant());
  }

  private Future<Ring> reload() {
    ring = store.inUse().compose(this::renewed).compose(this::forge);
    return ring;
  }

  private Future<List<SigningKey>> renewed(List<SigningKey> keys) {
    Instant now = clock.instant();
    SigningKey newest = keys.isEmpty() ? null : keys.get(0);
    if (newest != null && newest.createdAt().plus(config.keyLifetime()).isAfter(now)) {
      return Future.succeededFuture(keys);
    }
    return pools
        .run(Pool.CRYPTO, () -> SigningKey.generate(now))
        .compose(fresh -> store.add(fresh, newest == null ? null : newest.kid()));
  }

  private Future<Ring> forge(List<SigningKey> keys) {
    return pools.run(
        Pool.CRYPTO, () -> new Ring(keys, published(keys), signer(keys), clock.instant()));
  }

  private static KeySet published(List<SigningKey> keys) throws GeneralSecurityException {
    List<KeySet.Key> published = new ArrayList<>();
    for (SigningKey key : keys) {
      published.add(key.published());
    }
    return new KeySet(published);
  }

  /** Holds one private key only: with several, the library signs with whichever it likes. */
  private JWTAuth signer(List<SigningKey> keys) {
    JWTAuthOptions options =
        new JWTAuthOptions()
            .setJWTOptions(
                new JWTOptions()
                    .setAlgorithm(SigningKey.ALGORITHM)
                    .setIssuer(config.issuer())
                    .addAudience(config.audience()))
            .addPubSecKey(keys.get(0).signer());
    keys.forEach(key -> options.addPubSecKey(key.verifier()));
    return JWTAuth.create(vertx, options);
  }
}
