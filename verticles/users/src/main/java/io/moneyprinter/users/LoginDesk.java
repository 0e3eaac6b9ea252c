package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.EndAllSessions;
import io.moneyprinter.codecs.users.EndSession;
import io.moneyprinter.codecs.users.ExchangeLogin;
import io.moneyprinter.codecs.users.ListSessions;
import io.moneyprinter.codecs.users.LogIn;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.RefreshLogin;
import io.moneyprinter.codecs.users.SessionList;
import io.moneyprinter.users.password.PasswordHasher;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
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

  LoginDesk(
      AccountStore accounts,
      SessionStore store,
      Sessions sessions,
      PasswordHasher hasher,
      SecondFactor factor) {
    this.accounts = accounts;
    this.store = store;
    this.sessions = sessions;
    this.hasher = hasher;
    this.factor = factor;
  }

  Future<Login> logIn(LogIn order) {
    return AccountStore.byEmail(accounts.writer(), EmailAddress.normal(order.email()))
        .compose(
            found ->
                hasher
                    .verify(found.flatMap(Account::password), order.password())
                    .compose(right -> right ? admit(found.get(), order) : refused()));
  }

  private Future<Login> admit(Account account, LogIn order) {
    if (!account.verified()) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.FORBIDDEN,
              "The e-mail address is not confirmed; open the link of the letter that was sent to"
                  + " it, or register again for another"));
    }
    return factor
        .check(account, order.code())
        .compose(right -> sessions.open(account, order.client()))
        .onSuccess(done -> rehash(account, order));
  }

  /** The password is at hand in clear only now; stronger parameters take hold here. */
  private void rehash(Account account, LogIn order) {
    if (hasher.outdated(account.passwordHash())) {
      hasher
          .hash(order.password())
          .compose(
              fresh ->
                  AccountStore.setPassword(
                      accounts.writer(), account.tenant(), account.id(), fresh))
          .onFailure(cause -> LOG.warn("A password could not be hashed anew", cause));
    }
  }

  Future<Login> renew(RefreshLogin order) {
    return sessions.renew(order.refreshToken(), order.client());
  }

  /** Ends a login that began elsewhere. */
  Future<Login> exchange(ExchangeLogin order) {
    return OneTimeTokens.use(accounts.writer(), order.token(), Set.of(OneTimeTokens.Purpose.LOGIN))
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.succeededFuture(Optional.<Account>empty())
                    : AccountStore.byId(
                        accounts.writer(), holder.get().tenant(), holder.get().user()))
        .compose(
            account ->
                account.isEmpty() ? refused() : sessions.open(account.get(), order.client()));
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

  private static <T> Future<T> refused() {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED, "The e-mail address or the password is wrong"));
  }
}
