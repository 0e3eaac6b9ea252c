package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.password.PasswordHasher;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/**
 * Asks whoever is logged in for the password before something that matters. A session may be
 * stolen: after ten wrong ones in a row none is looked at for five minutes, each further time twice
 * as long, up to a day. Trials count before they are looked at, so that many at once are no more.
 */
final class OwnPassword {
  private static final int MOST_FAILURES = 10;
  private static final double BLOCK_SECONDS = 300;
  private static final double LONGEST_BLOCK_SECONDS = 86_400;

  private final Database database;
  private final PasswordHasher hasher;

  OwnPassword(Database database, PasswordHasher hasher) {
    this.database = database;
    this.hasher = hasher;
  }

  /**
   * The caller's account. Fails with {@code INVALID} for a wrong password, and with {@code QUOTA}
   * while none is looked at.
   *
   * @param pointer of the field that the password came in
   */
  Future<Account> confirm(String pointer, String password) {
    CallContext caller = CallContext.currentOrSystem();
    return AccountStore.byId(database.writer(), caller.tenant(), caller.subject())
        .compose(
            found -> found.isEmpty() ? wrong(pointer) : confirm(found.get(), pointer, password));
  }

  /** The same of an account that is known. */
  Future<Account> confirm(Account account, String pointer, String password) {
    return attempt(database.writer(), account)
        .compose(may -> may ? hasher.verify(account.password(), password) : blocked())
        .compose(right -> right ? clear(database.writer(), account) : wrong(pointer))
        .map(account);
  }

  private static Future<Boolean> attempt(SqlClient client, Account account) {
    return client
        .preparedQuery(
            """
            INSERT INTO password_trials AS t (tenant, user_id, failures) VALUES ($1, $2, 1)
            ON CONFLICT (tenant, user_id) DO UPDATE SET
              failures = CASE WHEN t.failures + 1 >= $3::int THEN 0 ELSE t.failures + 1 END,
              blocks = CASE WHEN t.failures + 1 >= $3::int THEN t.blocks + 1 ELSE t.blocks END,
              blocked_until = CASE WHEN t.failures + 1 >= $3::int
                THEN now() + make_interval(secs => LEAST($5, $4 * power(2, LEAST(t.blocks, 20))))
                ELSE t.blocked_until END
            WHERE t.blocked_until <= now()""")
        .execute(
            Tuple.of(
                account.tenant(),
                account.id(),
                MOST_FAILURES,
                BLOCK_SECONDS,
                LONGEST_BLOCK_SECONDS))
        .map(done -> done.rowCount() == 1);
  }

  /** The password was right, or another one was set: what was counted is forgotten. */
  static Future<?> clear(SqlClient client, Account account) {
    return client
        .preparedQuery("DELETE FROM password_trials WHERE tenant = $1 AND user_id = $2")
        .execute(Tuple.of(account.tenant(), account.id()));
  }

  private static <T> Future<T> blocked() {
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.QUOTA,
            "Too many wrong passwords came; try again later, or log out and set a new one by a"
                + " letter"));
  }

  private static <T> Future<T> wrong(String pointer) {
    return Future.failedFuture(
        ServiceFailure.invalid(pointer, "The password is not the right one"));
  }
}
