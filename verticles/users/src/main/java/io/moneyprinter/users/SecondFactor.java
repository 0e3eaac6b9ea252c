package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.moneyprinter.users.totp.RecoveryCode;
import io.moneyprinter.users.totp.Totp;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Asks for the second thing that only the right person has. No code works twice. */
final class SecondFactor {
  private static final Pattern ONE_TIME = Pattern.compile("\\d{6}");

  private final Database database;
  private final RowSecrets secrets;
  private final Letters letters;
  private final MailSender sender;
  private final Clock clock;

  SecondFactor(
      Database database, RowSecrets secrets, Letters letters, MailSender sender, Clock clock) {
    this.secrets = secrets;
    this.database = database;
    this.letters = letters;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Succeeds when the account wants no code, or this is one.
   *
   * @param code {@code null} for none
   */
  Future<Void> check(Account account, String code) {
    if (!account.multiFactor()) {
      return Future.succeededFuture();
    }
    if (code == null || code.isBlank()) {
      return refused("A one-time code of your authenticator is needed, or a recovery code");
    }
    String plain = code.strip().replace(" ", "");
    return SecondFactorStore.attempt(database.writer(), account.tenant(), account.id())
        .compose(
            enrolled ->
                enrolled.isEmpty()
                    ? refused(
                        "Too many wrong codes came; try again in some minutes, or hours if it goes on")
                    : right(account, enrolled.get(), plain)
                        .compose(right -> right ? clear(account) : wrong(account, enrolled.get())));
  }

  private Future<Boolean> right(
      Account account, SecondFactorStore.Enrolled enrolled, String plain) {
    return ONE_TIME.matcher(plain).matches()
        ? oneTime(account, enrolled.secret(), plain)
        : recovery(account, plain);
  }

  private Future<Void> clear(Account account) {
    return SecondFactorStore.clear(database.writer(), account.tenant(), account.id()).mapEmpty();
  }

  private Future<Boolean> oneTime(Account account, RowSecrets.Stored stored, String code) {
    return secrets
        .open(stored, SecondFactorStore.place(account.tenant(), account.id()))
        .compose(secret -> oneTime(account, secret, code));
  }

  private Future<Boolean> oneTime(Account account, byte[] secret, String code) {
    OptionalLong step = new Totp(secret).match(code, clock.instant());
    return step.isEmpty()
        ? Future.succeededFuture(false)
        : SecondFactorStore.take(
            database.writer(), account.tenant(), account.id(), step.getAsLong());
  }

  private Future<Boolean> recovery(Account account, String code) {
    return SecondFactorStore.useRecovery(
        database.writer(), account.tenant(), account.id(), new RecoveryCode(code));
  }

  /** Whoever comes so far has the password: its owner has to know. */
  private Future<Void> wrong(Account account, SecondFactorStore.Enrolled enrolled) {
    Future<?> told =
        enrolled.blocked() && account.email() != null
            ? MailOutbox.putSparingly(database.writer(), letters.codesGuessed(account.email()))
                .onSuccess(written -> sender.wake())
            : Future.succeededFuture();
    return told.compose(
        done -> refused("The code is wrong, or was used before; take the next one"));
  }

  private static <T> Future<T> refused(String message) {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED, message, List.of(new Violation("/code", message))));
  }
}
