package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.Register;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.VerifyEmail;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.mail.Mail;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.moneyprinter.users.password.PasswordHasher;
import io.moneyprinter.users.password.PasswordRules;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Makes accounts for whoever asks, each in a tenant of its own, once the letter's link was opened.
 * The answer, and the work, is the same for a known address; only its owner's letter differs. Each
 * link leads to the password that was typed for it: who types somebody else's address afterwards
 * changes nothing for its owner (A. Sudhodanan, A. Paverd: Pre-hijacked accounts, USENIX Security
 * 2022).
 */
final class RegistrationDesk {
  private final Database database;
  private final BooleanSupplier everybody;
  private final PasswordRules rules;
  private final PasswordHasher hasher;
  private final SecureRandom random;
  private final Letters letters;
  private final MailSender sender;
  private final EmailDesk emails;
  private final Clock clock;

  /**
   * @param everybody whether whoever comes may make an account at present
   */
  RegistrationDesk(
      Database database,
      BooleanSupplier everybody,
      PasswordRules rules,
      PasswordHasher hasher,
      SecureRandom random,
      Letters letters,
      MailSender sender,
      EmailDesk emails,
      Clock clock) {
    this.database = database;
    this.everybody = everybody;
    this.rules = rules;
    this.hasher = hasher;
    this.random = random;
    this.letters = letters;
    this.sender = sender;
    this.emails = emails;
    this.clock = clock;
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
        .map(hash -> new RegistrationStore.Wish(email, name, hash))
        .compose(wish -> database.writer().withTransaction(transaction -> enter(transaction, wish)))
        .onSuccess(done -> sender.wake())
        .map(new Done());
  }

  /** A known address costs the same statements; its link is then sent to nobody. */
  private Future<Void> enter(SqlClient transaction, RegistrationStore.Wish wish) {
    Secret link = Secret.generate(random);
    return AccountStore.byEmail(transaction, wish.email())
        .compose(
            known -> {
              Mail mail =
                  known.isPresent()
                      ? letters.alreadyThere(wish.email())
                      : letters.verify(wish.email(), link);
              return MailOutbox.putSparingly(transaction, mail);
            })
        .compose(
            written ->
                written
                    ? RegistrationStore.insert(transaction, link, wish).<Void>mapEmpty()
                    : Future.succeededFuture());
  }

  Future<Done> verify(VerifyEmail order) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                OneTimeTokens.use(transaction, order.token(), Set.of(OneTimeTokens.Purpose.EMAIL))
                    .compose(
                        change ->
                            change.isPresent()
                                ? emails.confirm(transaction, change.get())
                                : settle(transaction, order.token())))
        .onSuccess(done -> sender.wake())
        .map(new Done());
  }

  private Future<Void> settle(SqlClient transaction, String link) {
    return RegistrationStore.take(transaction, link)
        .compose(
            wish ->
                wish.isEmpty()
                    ? Future.failedFuture(PasswordDesk.usedUp())
                    : make(transaction, wish.get()));
  }

  private Future<Void> make(SqlClient transaction, RegistrationStore.Wish wish) {
    String tenant = UUID.randomUUID().toString();
    Account account =
        new Account(
            tenant,
            UUID.randomUUID().toString(),
            wish.email(),
            clock.instant(),
            wish.name(),
            Role.ADMIN,
            wish.passwordHash(),
            false,
            null);
    return AccountStore.insertTenant(transaction, tenant, wish.name(), Tiers.FREE)
        .compose(made -> AccountStore.insert(transaction, account))
        .compose(
            free ->
                free
                    ? RegistrationStore.forget(transaction, wish.email()).<Void>mapEmpty()
                    : Future.failedFuture(PasswordDesk.usedUp()));
  }
}
