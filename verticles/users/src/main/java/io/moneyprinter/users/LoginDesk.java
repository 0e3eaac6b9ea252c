package io.moneyprinter.users;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Client;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.EndAllSessions;
import io.moneyprinter.codecs.users.EndSession;
import io.moneyprinter.codecs.users.ExchangeLogin;
import io.moneyprinter.codecs.users.ListSessions;
import io.moneyprinter.codecs.users.LogIn;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.RefreshLogin;
import io.moneyprinter.codecs.users.SessionList;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.users.password.PasswordHasher;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs people in and out. Whether an account exists never shows, in words nor in time. */
final class LoginDesk {
  private static final Logger LOG = LoggerFactory.getLogger(LoginDesk.class);

  private final AccountStore accounts;
  private final SessionStore store;
  private final Sessions sessions;
  private final PasswordHasher hasher;
  private final SecondFactor factor;
  private final AuditTrail trail;

  LoginDesk(
      AccountStore accounts,
      SessionStore store,
      Sessions sessions,
      PasswordHasher hasher,
      SecondFactor factor,
      AuditTrail trail) {
    this.accounts = accounts;
    this.store = store;
    this.sessions = sessions;
    this.hasher = hasher;
    this.factor = factor;
    this.trail = trail;
  }

  Future<Login> logIn(LogIn order) {
    return AccountStore.byEmail(accounts.writer(), EmailAddress.normal(order.email()))
        .compose(
            found ->
                hasher
                    .verify(found.flatMap(Account::password), order.password())
                    .compose(
                        right -> {
                          if (right) {
                            return admit(found.get(), order);
                          }
                          audit(AuditOutcome.REFUSED, found, order.client());
                          return refused();
                        }));
  }

  /** What was typed as an address is not written: it may be a password in the wrong field. */
  private void audit(AuditOutcome outcome, Optional<Account> account, Client client) {
    trail.note(
        RecordAudit.of(AuditActions.LOGIN, outcome)
            .by(
                account.map(Account::tenant).orElse(CallContext.LOCAL_TENANT),
                account.map(Account::id).orElse("unknown"))
            .from(client == null ? null : client.address()));
  }

  private Future<Login> admit(Account account, LogIn order) {
    return factor
        .check(account, order.code())
        .compose(right -> sessions.open(account, order.client()))
        .onSuccess(done -> rehash(account, order))
        .onComplete(
            done ->
                audit(
                    done.succeeded() ? AuditOutcome.SUCCESS : AuditOutcome.REFUSED,
                    Optional.of(account),
                    order.client()));
  }

  /** The password is at hand in clear only now; stronger parameters take hold here. */
  private void rehash(Account account, LogIn order) {
    if (hasher.outdated(account.passwordHash())) {
      hasher
          .hash(order.password())
          .compose(fresh -> AccountStore.replacePassword(accounts.writer(), account, fresh))
          .onFailure(cause -> LOG.warn("A password could not be hashed anew", cause));
    }
  }

  Future<Login> renew(RefreshLogin order) {
    return sessions.renew(order.refreshToken(), order.client());
  }

  /** Ends a login that began elsewhere. */
  Future<Login> exchange(ExchangeLogin order) {
    return OneTimeTokens.useLogin(accounts.writer(), order.token(), order.browser())
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.succeededFuture(Optional.<Account>empty())
                    : AccountStore.byId(
                        accounts.writer(), holder.get().tenant(), holder.get().user()))
        .compose(
            account ->
                account.isEmpty()
                    ? refused()
                    : sessions
                        .open(account.get(), order.client())
                        .onSuccess(done -> audit(AuditOutcome.SUCCESS, account, order.client())));
  }

  Future<Done> end(EndSession order) {
    CallContext caller = CallContext.currentOrSystem();
    return sessionId(order.sessionId())
        .map(
            id ->
                sessions.end(caller.tenant(), caller.subject(), id, null, SessionStore.End.LOGOUT))
        .orElseGet(Future::succeededFuture)
        .map(new Done());
  }

  Future<Done> endAll(EndAllSessions order) {
    CallContext caller = CallContext.currentOrSystem();
    return sessions
        .end(caller.tenant(), caller.subject(), null, null, SessionStore.End.LOGOUT)
        .map(new Done());
  }

  Future<SessionList> list(ListSessions order) {
    CallContext caller = CallContext.currentOrSystem();
    return store.open(caller.tenant(), caller.subject(), order.current()).map(SessionList::new);
  }

  /** Empty for what is no id. */
  static Optional<UUID> sessionId(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Not even that an address waits to be confirmed is told apart: a stranger could register one,
   * and learn from the answer to that very password whether it has an account.
   */
  private static <T> Future<T> refused() {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED,
            "The e-mail address or the password is wrong, or the address is not confirmed yet"));
  }
}
