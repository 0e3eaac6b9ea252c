package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.IssueToken;
import io.moneyprinter.codecs.users.Permission;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.Token;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says who holds a credential. Every refusal has the same words, whatever was wrong. */
final class Gatekeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);
  private static final Duration REMEMBER = Duration.ofSeconds(60);

  private final KeyStore store;
  private final Tokens tokens;
  private final Sessions sessions;
  private final AccountStore accounts;
  private final WorkerPools pools;
  private final Clock clock;

  Gatekeeper(
      KeyStore store,
      Tokens tokens,
      Sessions sessions,
      AccountStore accounts,
      WorkerPools pools,
      Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.sessions = sessions;
    this.accounts = accounts;
    this.pools = pools;
    this.clock = clock;
  }

  Future<Caller> authenticate(Authenticate credential) {
    return switch (credential.kind()) {
      case API_KEY ->
          holderOf(credential.secret())
              .compose(key -> key.fits(credential.service()) ? good(key) : refused())
              .map(this::caller);
      case BEARER_TOKEN -> bearer(credential.secret());
      case LOCAL_OWNER -> localOwner();
    };
  }

  /** Whoever sits at this machine owns it, until somebody can log in. */
  private Future<Caller> localOwner() {
    return accounts
        .anybodyCanLogIn(CallContext.LOCAL_TENANT)
        .compose(
            login ->
                login
                    ? Future.failedFuture(
                        new ServiceFailure(
                            FailureCode.UNAUTHENTICATED,
                            "There are accounts here: log in at /account, or send an API key in the"
                                + " X-API-Key header, or a token as Authorization: Bearer"))
                    : Future.succeededFuture(
                        new Caller(
                            CallContext.LOCAL_TENANT,
                            FirstStart.OWNER,
                            Role.OPERATOR.limit(List.of(Permission.OWNER.word())),
                            until(null))));
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

  private static Future<StoredKey> good(StoredKey key) {
    return Future.succeededFuture(key);
  }

  private Caller caller(StoredKey key) {
    return new Caller(
        key.tenant(),
        key.user(),
        key.role().limit(key.scopes()),
        until(key.expiresAt()),
        key.tier());
  }

  /** A token falls with the key it was traded for, not only when its time is up. */
  private Future<Caller> bearer(String text) {
    return tokens
        .read(text)
        .compose(
            claims ->
                claims.isEmpty()
                    ? refused()
                    : claims.get().session() == null
                        ? ofKey(claims.get())
                        : ofSession(claims.get()));
  }

  private Future<Caller> ofKey(Tokens.Claims claims) {
    return store
        .find(claims.keyPrefix())
        .map(found -> found.filter(key -> claims.isOf(key.tenant(), key.user())))
        .compose(this::ifGood)
        .map(
            key ->
                new Caller(
                    claims.tenant(),
                    claims.subject(),
                    key.role().limit(claims.scopes()),
                    until(claims.expiresAt()),
                    key.tier()));
  }

  /** What its holder may is looked up: a role that was taken away is gone, whatever tokens say. */
  private Future<Caller> ofSession(Tokens.Claims claims) {
    return sessions
        .find(claims.session())
        .map(found -> found.filter(live -> claims.isOf(live.tenant(), live.user())))
        .compose(
            live ->
                live.isEmpty()
                    ? refused()
                    : Future.succeededFuture(
                        new Caller(
                            claims.tenant(),
                            claims.subject(),
                            live.get().role().scopes(),
                            until(claims.expiresAt()),
                            live.get().tier(),
                            claims.session().toString())));
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
