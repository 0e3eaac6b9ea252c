package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.Register;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.VerifyEmail;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.moneyprinter.users.password.PasswordHasher;
import io.moneyprinter.users.password.PasswordRules;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Makes accounts for whoever asks, each in a tenant of its own. The answer is the same for a known
 * address; only its owner's letter differs.
 */
final class RegistrationDesk {
  private static final Set<OneTimeTokens.Purpose> CONFIRMING =
      Set.of(OneTimeTokens.Purpose.VERIFY, OneTimeTokens.Purpose.EMAIL);

  private final Database database;
  private final BooleanSupplier everybody;
  private final PasswordRules rules;
  private final PasswordHasher hasher;
  private final OneTimeTokens tokens;
  private final Letters letters;
  private final MailSender sender;
  private final EmailDesk emails;

  /**
   * @param everybody whether whoever comes may make an account at present
   */
  RegistrationDesk(
      Database database,
      BooleanSupplier everybody,
      PasswordRules rules,
      PasswordHasher hasher,
      OneTimeTokens tokens,
      Letters letters,
      MailSender sender,
      EmailDesk emails) {
    this.database = database;
    this.everybody = everybody;
    this.rules = rules;
    this.hasher = hasher;
    this.tokens = tokens;
    this.letters = letters;
    this.sender = sender;
    this.emails = emails;
  }

  Future<Done> register(Register order) {
    if (!everybody.getAsBoolean()) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.FORBIDDEN,
              "Accounts are made by invitation here; ask an admin for one (users.registration,"
                  + " flags.registration)"));
    }
    String email = EmailAddress.read(order.email());
    rules.check("/password", order.password(), email);
    String name = order.name() == null ? email : Names.read(order.name());
    return hasher
        .hash(order.password())
        .compose(
            hash ->
                database
                    .writer()
                    .withTransaction(transaction -> enter(transaction, email, name, hash)))
        .onSuccess(done -> sender.wake())
        .map(new Done());
  }

  private Future<Void> enter(SqlClient transaction, String email, String name, String hash) {
    return AccountStore.byEmail(transaction, email)
        .compose(
            known ->
                known.isEmpty()
                    ? make(transaction, email, name, hash)
                    : again(transaction, known.get(), name, hash));
  }

  private Future<Void> make(SqlClient transaction, String email, String name, String hash) {
    String tenant = UUID.randomUUID().toString();
    Account account =
        new Account(
            tenant, UUID.randomUUID().toString(), email, null, name, Role.ADMIN, hash, false, null);
    return AccountStore.insertTenant(transaction, tenant, name, Tiers.FREE)
        .compose(made -> AccountStore.insert(transaction, account))
        .compose(
            made ->
                made
                    ? sendVerification(transaction, account)
                    : Future.failedFuture(
                        ServiceFailure.conflict("This was sent twice at the same time")));
  }

  /** An account nobody has confirmed is not lost to whoever typed the address first. */
  private Future<Void> again(SqlClient transaction, Account known, String name, String hash) {
    if (known.verified()) {
      return MailOutbox.put(transaction, letters.alreadyThere(known.email())).mapEmpty();
    }
    return AccountStore.setPassword(transaction, known.tenant(), known.id(), hash)
        .compose(set -> AccountStore.setName(transaction, known.tenant(), known.id(), name))
        .compose(set -> sendVerification(transaction, known));
  }

  private Future<Void> sendVerification(SqlClient transaction, Account account) {
    return tokens
        .issue(transaction, OneTimeTokens.Purpose.VERIFY, account.tenant(), account.id())
        .compose(secret -> MailOutbox.put(transaction, letters.verify(account.email(), secret)))
        .mapEmpty();
  }

  Future<Done> verify(VerifyEmail order) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                OneTimeTokens.use(transaction, order.token(), CONFIRMING)
                    .compose(holder -> confirm(transaction, holder)))
        .onSuccess(done -> sender.wake());
  }

  private Future<Done> confirm(SqlClient transaction, Optional<OneTimeTokens.Holder> holder) {
    return holder
        .map(
            whose ->
                (whose.purpose() == OneTimeTokens.Purpose.EMAIL
                        ? emails.confirm(transaction, whose)
                        : AccountStore.verifyEmail(transaction, whose.tenant(), whose.user()))
                    .map(new Done()))
        .orElseGet(() -> Future.failedFuture(PasswordDesk.usedUp()));
  }
}
