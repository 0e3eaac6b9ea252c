package io.moneyprinter.users;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Client;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.platform.audit.AuditTrail;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens, renews and ends sessions. A refresh token is good once (RFC 9700 §4.14.2): one that comes
 * a second time was copied, and as nobody knows which of the two holders is the right one, the
 * session ends with all its tokens.
 */
final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** What one transaction found out about a refresh token; it commits either way. */
  private record Renewal(LiveSession session, Secret next, boolean reused) {}

  private final SessionStore store;
  private final SessionCache cache;
  private final Tokens tokens;
  private final Credentials credentials;
  private final SecureRandom random;
  private final Duration lifetime;
  private final Clock clock;
  private final AuditTrail trail;

  Sessions(
      SessionStore store,
      SessionCache cache,
      Tokens tokens,
      Credentials credentials,
      SecureRandom random,
      Duration lifetime,
      Clock clock,
      AuditTrail trail) {
    this.store = store;
    this.cache = cache;
    this.tokens = tokens;
    this.credentials = credentials;
    this.random = random;
    this.lifetime = lifetime;
    this.clock = clock;
    this.trail = trail;
  }

  Future<Login> open(Account account, Client client) {
    UUID id = UUID.randomUUID();
    Secret refresh = Secret.generate(random);
    LiveSession session =
        new LiveSession(
            id,
            account.tenant(),
            account.id(),
            account.role(),
            /* tier */ null,
            clock.instant().plus(lifetime));
    return store
        .database()
        .writer()
        .withTransaction(
            transaction ->
                SessionStore.insert(transaction, id, account, client, lifetime)
                    .compose(
                        made ->
                            made
                                ? SessionStore.insertRefresh(transaction, id, refresh)
                                : changedMeanwhile()))
        .compose(made -> login(session, refresh));
  }

  private static <T> Future<T> changedMeanwhile() {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED, "The account was changed meanwhile; log in again"));
  }

  Future<Login> renew(String text, Client client) {
    return store
        .database()
        .writer()
        .withTransaction(transaction -> renew(transaction, new Secret(text), client))
        .compose(
            renewal -> {
              if (renewal.reused()) {
                return tellReuse(renewal.session());
              }
              return renewal.session() == null
                  ? refused()
                  : login(renewal.session(), renewal.next());
            });
  }

  private Future<Renewal> renew(SqlClient transaction, Secret used, Client client) {
    return SessionStore.useRefresh(transaction, used)
        .compose(
            session ->
                session.isPresent()
                    ? rotate(transaction, session.get(), client)
                    : SessionStore.ofUsedRefresh(transaction, used)
                        .compose(copied -> end(transaction, copied)));
  }

  private Future<Renewal> rotate(SqlClient transaction, LiveSession session, Client client) {
    Secret next = Secret.generate(random);
    return SessionStore.insertRefresh(transaction, session.id(), next)
        .compose(made -> SessionStore.touch(transaction, session.id(), client))
        .map(new Renewal(session, next, false));
  }

  private static Future<Renewal> end(SqlClient transaction, Optional<LiveSession> copied) {
    if (copied.isEmpty()) {
      return Future.succeededFuture(new Renewal(null, null, false));
    }
    LiveSession session = copied.get();
    return SessionStore.end(
            transaction,
            session.tenant(),
            session.user(),
            session.id(),
            null,
            SessionStore.End.REUSE)
        .map(new Renewal(session, null, true));
  }

  private Future<Login> tellReuse(LiveSession session) {
    LOG.warn(
        "A refresh token of {}/{} came a second time; its session has ended",
        session.tenant(),
        session.user());
    trail.note(
        RecordAudit.of(AuditActions.SESSION_REVOKE, AuditOutcome.SUCCESS)
            .by(session.tenant(), session.user())
            .on("session:" + session.id())
            .with("reason", "a refresh token came a second time"));
    return forget(session.tenant(), session.user(), List.of(session.id()))
        .compose(done -> refused());
  }

  private Future<Login> login(LiveSession session, Secret refresh) {
    return tokens
        .issue(session)
        .map(
            token ->
                new Login(
                    session.id().toString(),
                    token.accessToken(),
                    token.expiresInSeconds(),
                    refresh.text(),
                    Duration.between(clock.instant(), session.expiresAt()).toSeconds()));
  }

  /** The open session, with what its holder is now. */
  Future<Optional<LiveSession>> find(UUID id) {
    return cache
        .find(id, () -> store.find(id))
        .map(found -> found.filter(session -> clock.instant().isBefore(session.expiresAt())));
  }

  /** Ends one session of an account, or, with {@code null}, all of them but {@code spared}. */
  Future<Void> end(String tenant, String user, UUID only, UUID spared, SessionStore.End reason) {
    return SessionStore.end(store.writer(), tenant, user, only, spared, reason)
        .compose(ended -> forget(tenant, user, ended));
  }

  /** Makes the end of sessions known, once it is committed. */
  Future<Void> forget(String tenant, String user, List<UUID> ended) {
    return cache.ended(ended).onSuccess(done -> credentials.changed(tenant, user));
  }

  private static <T> Future<T> refused() {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED,
            "The refresh token is not valid, or no longer; log in again"));
  }
}
