package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.RequestReset;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.mail.MailOutbox;
import io.moneyprinter.users.mail.MailSender;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends links to those who have forgotten their password, and never says whether it did. */
final class ResetDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ResetDesk.class);

  private final Database database;
  private final OneTimeTokens tokens;
  private final Letters letters;
  private final MailSender sender;

  ResetDesk(Database database, OneTimeTokens tokens, Letters letters, MailSender sender) {
    this.database = database;
    this.tokens = tokens;
    this.letters = letters;
    this.sender = sender;
  }

  /** Answers before it has looked, so that the time tells nothing either. */
  Future<Done> requestReset(RequestReset order) {
    String email = EmailAddress.read(order.email());
    database
        .writer()
        .withTransaction(
            transaction ->
                AccountStore.byEmail(transaction, email)
                    .compose(found -> sendReset(transaction, found)))
        .onSuccess(done -> sender.wake())
        .onFailure(cause -> LOG.warn("A letter for a new password could not be written", cause));
    return Future.succeededFuture(new Done());
  }

  /** Looked at first: a link that is not sent must not end the one before, which was. */
  private Future<Void> sendReset(SqlClient transaction, Optional<Account> found) {
    return found
        .map(
            account ->
                MailOutbox.room(transaction, account.email(), Letters.RESET)
                    .compose(room -> room ? write(transaction, account) : none()))
        .orElseGet(ResetDesk::none);
  }

  private Future<Void> write(SqlClient transaction, Account account) {
    return tokens
        .issue(transaction, OneTimeTokens.Purpose.RESET, account.tenant(), account.id())
        .compose(secret -> MailOutbox.put(transaction, letters.reset(account.email(), secret)))
        .mapEmpty();
  }

  private static Future<Void> none() {
    return Future.succeededFuture();
  }
}
