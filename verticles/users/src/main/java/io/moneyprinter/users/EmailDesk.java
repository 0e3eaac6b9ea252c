package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.ChangeEmail;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Iterator;
import java.util.Optional;

/**
 * Changes the address that somebody logs in with: the new one is written to first, and holds once
 * its owner opened the link. Whether it belongs to another account, only that one learns.
 */
final class EmailDesk {
  private final Database database;
  private final OwnPassword own;
  private final OneTimeTokens tokens;
  private final Letters letters;
  private final MailSender sender;

  EmailDesk(
      Database database,
      OwnPassword own,
      OneTimeTokens tokens,
      Letters letters,
      MailSender sender) {
    this.database = database;
    this.own = own;
    this.tokens = tokens;
    this.letters = letters;
    this.sender = sender;
  }

  Future<Done> change(ChangeEmail order) {
    String email = EmailAddress.read(order.email());
    return own.confirm("/password", order.password())
        .compose(account -> write(account, email))
        .onSuccess(done -> sender.wake())
        .map(new Done());
  }

  private Future<Void> write(Account account, String email) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                AccountStore.byEmail(transaction, email)
                    .compose(
                        taken ->
                            taken.isPresent()
                                ? MailOutbox.putSparingly(transaction, letters.alreadyThere(email))
                                    .<Void>mapEmpty()
                                : ask(transaction, account, email)));
  }

  private Future<Void> ask(SqlClient transaction, Account account, String email) {
    return transaction
        .preparedQuery("UPDATE users SET pending_email = $3 WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(account.tenant(), account.id(), email))
        .compose(
            kept ->
                tokens.issue(
                    transaction, OneTimeTokens.Purpose.EMAIL, account.tenant(), account.id()))
        .compose(secret -> MailOutbox.putSparingly(transaction, letters.changeEmail(email, secret)))
        .mapEmpty();
  }

  /** The link was opened: the address holds, and the one before is told. */
  Future<Void> confirm(SqlClient transaction, OneTimeTokens.Holder whose) {
    String tenant = whose.tenant();
    String id = whose.user();
    return transaction
        .preparedQuery(
            """
            WITH wished AS (
              SELECT email, pending_email FROM users
              WHERE tenant = $1 AND id = $2 AND pending_email IS NOT NULL FOR UPDATE
            ), cleared AS (
              UPDATE users SET pending_email = NULL WHERE tenant = $1 AND id = $2
            )
            SELECT email, pending_email FROM wished""")
        .execute(Tuple.of(tenant, id))
        .compose(
            rows -> {
              Iterator<Row> found = rows.iterator();
              if (!found.hasNext()) {
                return Future.failedFuture(PasswordDesk.usedUp());
              }
              Row row = found.next();
              Optional<String> before = Optional.ofNullable(row.getString("email"));
              String email = row.getString("pending_email");
              return AccountStore.setEmail(transaction, tenant, id, email)
                  .compose(free -> free ? Future.<Void>succeededFuture() : taken())
                  .compose(set -> AccountStore.verifyEmail(transaction, tenant, id))
                  .compose(free -> free ? Future.<Void>succeededFuture() : taken())
                  .compose(set -> OneTimeTokens.revoke(transaction, tenant, id))
                  .compose(set -> tell(transaction, before, email));
            });
  }

  private Future<Void> tell(SqlClient transaction, Optional<String> before, String email) {
    return before.isEmpty()
        ? Future.succeededFuture()
        : MailOutbox.put(transaction, letters.emailChanged(before.get(), email)).mapEmpty();
  }

  private static Future<Void> taken() {
    return Future.failedFuture(
        ServiceFailure.conflict("The e-mail address belongs to another account by now"));
  }
}
