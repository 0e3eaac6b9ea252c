package io.moneyprinter.users;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.ChangePassword;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.SetPassword;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.moneyprinter.users.password.PasswordHasher;
import io.moneyprinter.users.password.PasswordRules;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes passwords: with the one before, or with a link. Whatever was logged in then is not. */
final class PasswordDesk {
  private static final Set<OneTimeTokens.Purpose> LINKS =
      Set.of(
          OneTimeTokens.Purpose.RESET, OneTimeTokens.Purpose.INVITE, OneTimeTokens.Purpose.SETUP);

  private final Database database;
  private final Sessions sessions;
  private final PasswordRules rules;
  private final PasswordHasher hasher;
  private final OwnPassword own;
  private final Letters letters;
  private final MailSender sender;
  private final AuditTrail trail;

  PasswordDesk(
      Database database,
      Sessions sessions,
      PasswordRules rules,
      PasswordHasher hasher,
      OwnPassword own,
      Letters letters,
      MailSender sender,
      AuditTrail trail) {
    this.database = database;
    this.sessions = sessions;
    this.rules = rules;
    this.hasher = hasher;
    this.own = own;
    this.letters = letters;
    this.sender = sender;
    this.trail = trail;
  }

  Future<Done> change(ChangePassword order) {
    UUID spared = Optional.ofNullable(order.sessionId()).flatMap(LoginDesk::sessionId).orElse(null);
    return own.confirm("/current", order.current())
        .compose(account -> accept(account, order))
        .compose(
            account -> hasher.hash(order.fresh()).compose(hash -> store(account, hash, spared)));
  }

  private Future<Account> accept(Account account, ChangePassword order) {
    rules.check("/fresh", order.fresh(), account.email());
    return Future.succeededFuture(account);
  }

  private Future<Done> store(Account account, String hash, UUID spared) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                AccountStore.replacePassword(transaction, account, hash)
                    .compose(set -> set ? Future.succeededFuture() : wrong("/current"))
                    .compose(set -> revokeLinks(transaction, account))
                    .compose(ended -> tellChange(transaction, account))
                    .compose(told -> endSessions(transaction, account, spared)))
        .compose(ended -> sessions.forget(account.tenant(), account.id(), ended))
        .onSuccess(done -> sender.wake())
        .map(new Done());
  }

  private Future<?> tellChange(SqlClient transaction, Account account) {
    return account.email() == null
        ? Future.succeededFuture()
        : MailOutbox.put(transaction, letters.passwordChanged(account.email()));
  }

  /** Whoever knew the password before may have asked for another address, or for a link. */
  private static Future<?> revokeLinks(SqlClient transaction, Account account) {
    return OneTimeTokens.revoke(transaction, account.tenant(), account.id());
  }

  private static Future<List<UUID>> endSessions(
      SqlClient transaction, Account account, UUID spared) {
    return SessionStore.end(
        transaction, account.tenant(), account.id(), null, spared, SessionStore.End.PASSWORD);
  }

  /** Sets a password by a link. */
  Future<Done> set(SetPassword order) {
    return OneTimeTokens.look(database.writer(), order.token(), LINKS)
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.<Optional<Account>>failedFuture(usedUp())
                    : AccountStore.byId(
                        database.writer(), holder.get().tenant(), holder.get().user()))
        .compose(
            found -> {
              Account account = found.orElseThrow(PasswordDesk::usedUp);
              String email = emailOf(account, order);
              rules.check("/password", order.password(), email);
              String name = order.name() == null ? null : Names.read(order.name());
              return hasher
                  .hash(order.password())
                  .compose(hash -> set(account, order.token(), email, name, hash));
            });
  }

  /** Only the owner of the very first start has none yet. */
  private static String emailOf(Account account, SetPassword order) {
    if (account.email() != null) {
      return account.email();
    }
    if (order.email() == null) {
      throw ServiceFailure.invalid("/email", "The e-mail address to log in with is missing");
    }
    return EmailAddress.read(order.email());
  }

  private Future<Done> set(Account account, String token, String email, String name, String hash) {
    String tenant = account.tenant();
    String id = account.id();
    return database
        .writer()
        .withTransaction(
            transaction ->
                OneTimeTokens.use(transaction, token, LINKS)
                    .compose(
                        used ->
                            used.isPresent()
                                ? AccountStore.setEmail(transaction, tenant, id, email)
                                : Future.failedFuture(usedUp()))
                    .compose(free -> free ? Future.succeededFuture() : taken())
                    .compose(set -> AccountStore.setPassword(transaction, tenant, id, hash))
                    .compose(set -> AccountStore.verifyEmail(transaction, tenant, id))
                    .compose(free -> free ? Future.succeededFuture() : taken())
                    .compose(set -> revokeLinks(transaction, account))
                    .compose(set -> OwnPassword.clear(transaction, account))
                    .compose(
                        set ->
                            name == null
                                ? Future.succeededFuture()
                                : AccountStore.setName(transaction, tenant, id, name))
                    .compose(set -> endSessions(transaction, account, null)))
        .compose(ended -> sessions.forget(tenant, id, ended))
        .onSuccess(
            done ->
                trail.note(
                    RecordAudit.of(AuditActions.PASSWORD_CHANGE, AuditOutcome.SUCCESS)
                        .by(tenant, id)
                        .with("by", "link")))
        .map(new Done());
  }

  private static <T> Future<T> taken() {
    return Future.failedFuture(
        ServiceFailure.invalid("/email", "The e-mail address belongs to another account"));
  }

  private static <T> Future<T> wrong(String pointer) {
    return Future.failedFuture(
        ServiceFailure.invalid(pointer, "The present password is not the right one"));
  }

  static ServiceFailure usedUp() {
    return new ServiceFailure(
        FailureCode.NOT_FOUND, "The link is not good any more; ask for another one");
  }
}
