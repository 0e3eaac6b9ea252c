package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.IssueToken;
import io.moneyprinter.codecs.users.Token;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says who holds a credential. Every refusal has the same words, whatever was wrong. */
final class Gatekeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);
  private static final Duration REMEMBER = Duration.ofSeconds(60);

  private final KeyStore store;
  private final Tokens tokens;
  private final WorkerPools pools;
  private final Clock clock;

  Gatekeeper(KeyStore store, Tokens tokens, WorkerPools pools, Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.pools = pools;
    this.clock = clock;
  }

  Future<Caller> authenticate(Authenticate credential) {
    return switch (credential.kind()) {
      case API_KEY -> holderOf(credential.secret()).map(this::caller);
      case BEARER_TOKEN -> bearer(credential.secret());
    };
  }

  /** Trades a good API key for a token. */
  Future<Token> issueToken(IssueToken order) {
    return holderOf(order.apiKey()).compose(tokens::issue);
  }

  private Future<StoredKey> holderOf(String text) {
    Optional<ApiKey> key = ApiKey.parse(text);
    if (key.isEmpty()) {
      return refused();
    }
    return pools
        .run(Pool.CRYPTO, () -> key.get().hash())
        .compose(
            hash -> store.find(key.get().prefix()).map(found -> found.filter(k -> k.matches(hash))))
        .compose(this::ifGood);
  }

  private Future<StoredKey> ifGood(Optional<StoredKey> found) {
    Optional<StoredKey> good = found.filter(key -> key.good(clock.instant()));
    if (good.isEmpty()) {
      return refused();
    }
    store
        .touch(good.get().prefix())
        .onFailure(cause -> LOG.warn("The use of a key could not be noted", cause));
    return Future.succeededFuture(good.get());
  }

  private Caller caller(StoredKey key) {
    return new Caller(key.tenant(), key.user(), key.scopes(), until(key.expiresAt()));
  }

  /** A token falls with the key it was traded for, not only when its time is up. */
  private Future<Caller> bearer(String text) {
    return tokens
        .read(text)
        .compose(
            claims ->
                claims.isEmpty()
                    ? refused()
                    : store
                        .find(claims.get().keyPrefix())
                        .compose(this::ifGood)
                        .map(key -> caller(claims.get())));
  }

  private Caller caller(Tokens.Claims claims) {
    return new Caller(
        claims.tenant(), claims.subject(), claims.scopes(), until(claims.expiresAt()));
  }

  private Instant until(Instant end) {
    Instant limit = clock.instant().plus(REMEMBER);
    return end == null || limit.isBefore(end) ? limit : end;
  }

  private static <T> Future<T> refused() {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED,
            "The credential is not valid here, or no longer; send a current API key or token"));
  }
}
