package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signing keys in use. A new key is published for a while before it signs, and goes on
 * verifying until its last token has run out: no client, and no other node, ever meets a token
 * whose key it could not know. Looks again now and then. Of one event loop.
 */
final class KeyRing {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /** However many tokens with made-up key names come, the database is asked once in this time. */
  private static final Duration LOOK_EARLY = Duration.ofSeconds(5);

  /** Clocks of nodes may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final WorkerPools pools;
  private final SigningKeyStore store;
  private final UsersConfig config;
  private final Clock clock;
  private final Duration lookAgain;
  private Future<SigningRing> ring;

  KeyRing(Vertx vertx, WorkerPools pools, SigningKeyStore store, UsersConfig config, Clock clock) {
    this.vertx = vertx;
    this.pools = pools;
    this.store = store;
    this.config = config;
    this.clock = clock;
    Duration half = config.keyLead().dividedBy(2);
    this.lookAgain = half.compareTo(LOOK_AGAIN) < 0 ? half : LOOK_AGAIN;
  }

  /** The ring; loaded when there is none, or when the one at hand has become old. */
  Future<SigningRing> ring() {
    return freshEnough(lookAgain) ? ring : reload();
  }

  /** The ring for verifying a token of this key, which another node may have made just now. */
  Future<SigningRing> ringFor(String kid) {
    return ring().compose(now -> now.has(kid) || freshEnough(LOOK_EARLY) ? ring : reload());
  }

  /** Another node has changed the keys. */
  void changed() {
    reload().onFailure(cause -> LOG.warn("The signing keys could not be read again", cause));
  }

  /** A new key, before its time. */
  Future<KeySet> rotate() {
    return store
        .newest()
        .compose(
            keys -> {
              if (SigningRing.pending(keys, clock.instant())) {
                throw ServiceFailure.conflict(
                    "The last new key signs only in a while; wait until then");
              }
              return add(keys, config.keyLead());
            })
        .compose(added -> reload())
        .map(SigningRing::published);
  }

  /** Takes a key out with all that it signed. Where it was the one that signs, the next does. */
  Future<KeySet> revoke(String kid) {
    return store
        .remove(kid)
        .compose(
            known ->
                known
                    ? reload()
                    : Future.failedFuture(ServiceFailure.notFound("There is no such signing key")))
        .map(SigningRing::published);
  }

  private boolean freshEnough(Duration age) {
    if (ring == null || ring.failed()) {
      return false;
    }
    return !ring.isComplete() || ring.result().loadedAt().plus(age).isAfter(clock.instant());
  }

  /** When the database is away, what was known goes on to hold. */
  private Future<SigningRing> reload() {
    SigningRing before = ring != null && ring.succeeded() ? ring.result() : null;
    ring =
        store
            .newest()
            .compose(this::renewed)
            .compose(this::forge)
            .recover(
                cause ->
                    before == null
                        ? Future.failedFuture(cause)
                        : Future.succeededFuture(before.again(clock.instant())));
    return ring;
  }

  private Future<List<SigningKey>> renewed(List<SigningKey> keys) {
    Instant now = clock.instant();
    if (keys.isEmpty()) {
      return add(keys, Duration.ZERO);
    }
    Instant due = keys.get(0).signsFrom().plus(config.keyLifetime()).minus(config.keyLead());
    return now.isBefore(due) ? Future.succeededFuture(keys) : add(keys, config.keyLead());
  }

  private Future<List<SigningKey>> add(List<SigningKey> keys, Duration lead) {
    String newest = keys.isEmpty() ? null : keys.get(0).kid();
    Instant now = clock.instant();
    return pools
        .run(Pool.CRYPTO, () -> SigningKey.generate(now, now.plus(lead)))
        .compose(fresh -> store.add(fresh, newest));
  }

  private Future<SigningRing> forge(List<SigningKey> keys) {
    Duration tail = config.tokenLifetime().plus(SKEW);
    return pools.run(Pool.CRYPTO, () -> SigningRing.of(vertx, config, keys, tail, clock.instant()));
  }
}
