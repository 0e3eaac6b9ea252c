package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.users.totp.RecoveryCode;
import io.moneyprinter.users.totp.Totp;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Asks for the second thing that only the right person has. No code works twice. */
final class SecondFactor {
  private static final Pattern ONE_TIME = Pattern.compile("\\d{6}");

  private final SqlClient database;
  private final RowSecrets secrets;
  private final Clock clock;

  SecondFactor(SqlClient database, RowSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.database = database;
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
    return SecondFactorStore.find(database, account.tenant(), account.id())
        .compose(
            enrolled -> {
              if (enrolled.isEmpty() || enrolled.get().blocked()) {
                return refused("Too many wrong codes came; try again in some minutes");
              }
              return ONE_TIME.matcher(plain).matches()
                  ? oneTime(account, enrolled.get().secret(), plain)
                  : recovery(account, plain);
            })
        .compose(right -> right ? Future.succeededFuture() : wrong(account));
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
        : SecondFactorStore.take(database, account.tenant(), account.id(), step.getAsLong());
  }

  private Future<Boolean> recovery(Account account, String code) {
    return SecondFactorStore.useRecovery(
        database, account.tenant(), account.id(), new RecoveryCode(code));
  }

  private Future<Void> wrong(Account account) {
    return SecondFactorStore.fail(database, account.tenant(), account.id())
        .compose(noted -> refused("The code is wrong, or was used before; take the next one"));
  }

  private static <T> Future<T> refused(String message) {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED, message, List.of(new Violation("/code", message))));
  }
}
