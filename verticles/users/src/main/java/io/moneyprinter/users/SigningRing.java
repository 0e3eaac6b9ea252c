package io.moneyprinter.users;

import io.moneyprinter.codecs.users.KeySet;
import io.vertx.core.Vertx;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The signing keys of one moment.
 *
 * @param signers the newest first; each signs from its time on
 * @param published all that verify, for others
 * @param verifier knows public halves only, so no symmetric algorithm can be played on it
 */
record SigningRing(List<Signer> signers, KeySet published, JWTAuth verifier, Instant loadedAt) {
  /**
   * One key and what signs with it: with several private keys the library takes whichever it likes.
   */
  record Signer(SigningKey key, JWTAuth jwt) {}

  /**
   * Puts the keys to use; blocks shortly.
   *
   * @param keys the newest first, at least one
   * @param tail how long a key goes on verifying once another signs
   */
  static SigningRing of(
      Vertx vertx, UsersConfig config, List<SigningKey> keys, Duration tail, Instant now)
      throws GeneralSecurityException {
    List<Signer> signers = new ArrayList<>();
    List<KeySet.Key> published = new ArrayList<>();
    JWTAuthOptions verifying = options(config);
    Instant superseded = null;
    for (SigningKey key : keys) {
      if (superseded != null && superseded.plus(tail).isBefore(now)) {
        break;
      }
      signers.add(new Signer(key, JWTAuth.create(vertx, options(config, key.signer()))));
      published.add(key.published());
      verifying.addPubSecKey(key.verifier());
      superseded = key.signsFrom();
    }
    return new SigningRing(
        List.copyOf(signers), new KeySet(published), JWTAuth.create(vertx, verifying), now);
  }

  private static JWTAuthOptions options(UsersConfig config, PubSecKeyOptions... keys) {
    JWTAuthOptions options =
        new JWTAuthOptions()
            .setJWTOptions(
                new JWTOptions()
                    .setAlgorithm(SigningKey.ALGORITHM)
                    .setIssuer(config.issuer())
                    .addAudience(config.audience()));
    for (PubSecKeyOptions key : keys) {
      options.addPubSecKey(key);
    }
    return options;
  }

  boolean has(String kid) {
    return signers.stream().anyMatch(signer -> signer.key().kid().equals(kid));
  }

  /** What signs at a moment: the newest whose time has come, else the one that is soonest. */
  JWTAuth signer(Instant now) {
    return signers.stream()
        .filter(signer -> !signer.key().signsFrom().isAfter(now))
        .findFirst()
        .orElseGet(() -> signers.get(signers.size() - 1))
        .jwt();
  }

  /** Whether a key waits for its time. */
  static boolean pending(List<SigningKey> keys, Instant now) {
    return keys.stream().anyMatch(key -> key.signsFrom().isAfter(now));
  }

  /** The same, as if read now. */
  SigningRing again(Instant now) {
    return new SigningRing(signers, published, verifier, now);
  }
}
