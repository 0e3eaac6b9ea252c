package io.moneyprinter.users.mail;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.mail.Mail;
import io.moneyprinter.platform.mail.MailCarrier;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;

/**
 * Letters that wait to be sent. They are written in the transaction that they tell of, so that none
 * is sent of what did not happen, and none is lost of what did.
 */
public final class MailOutbox {
  private static final int MOST_ATTEMPTS = 8;
  private static final int MOST_AN_HOUR = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private final Database database;

  public MailOutbox(Database database) {
    this.database = database;
  }

  /** Puts a letter in, within somebody's transaction. */
  public static Future<?> put(SqlClient transaction, Mail mail) {
    return transaction
        .preparedQuery("INSERT INTO mail_outbox (recipient, subject, body) VALUES ($1, $2, $3)")
        .execute(Tuple.of(mail.recipient(), mail.subject(), mail.body()));
  }

  /**
   * Puts a letter in unless its recipient got several of the kind lately, so that nobody is flooded
   * by what strangers ask for in their name.
   *
   * @return whether it was put in
   */
  public static Future<Boolean> putSparingly(SqlClient transaction, Mail mail) {
    return room(transaction, mail.recipient(), mail.subject())
        .compose(room -> room ? put(transaction, mail).map(true) : Future.succeededFuture(false));
  }

  /** Whether another letter of a kind may be written to somebody now; others wait meanwhile. */
  public static Future<Boolean> room(SqlClient transaction, String recipient, String subject) {
    return transaction
        .preparedQuery("SELECT pg_advisory_xact_lock(hashtext($1))")
        .execute(Tuple.of(subject + recipient))
        .compose(
            alone ->
                transaction
                    .preparedQuery(
                        """
                        SELECT count(*) AS written FROM mail_outbox WHERE recipient = $1
                          AND subject = $2 AND created_at > now() - interval '1 hour'""")
                    .execute(Tuple.of(recipient, subject)))
        .map(rows -> rows.iterator().next().getLong("written") < MOST_AN_HOUR);
  }

  /**
   * Sends one letter that is due, if there is one; no other node takes the same meanwhile.
   *
   * @return whether there was one
   */
  Future<Boolean> sendNext(MailCarrier carrier) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                transaction
                    .query(
                        """
                        SELECT id, recipient, subject, body, attempts FROM mail_outbox
                        WHERE sent_at IS NULL AND given_up_at IS NULL AND next_at <= now()
                        ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                    .execute()
                    .compose(
                        rows ->
                            rows.size() == 0
                                ? Future.succeededFuture(false)
                                : send(transaction, rows.iterator().next(), carrier).map(true)));
  }

  private static Future<?> send(SqlConnection transaction, Row row, MailCarrier carrier) {
    Mail mail =
        new Mail(row.getString("recipient"), row.getString("subject"), row.getString("body"));
    long id = row.getLong("id");
    return carrier
        .carry(mail)
        .<Void>mapEmpty()
        .transform(
            sent ->
                sent.succeeded()
                    ? done(transaction, id)
                    : later(transaction, id, row.getInteger("attempts") + 1, sent.cause()));
  }

  private static Future<Void> done(SqlClient transaction, long id) {
    return transaction
        .preparedQuery(
            """
            UPDATE mail_outbox SET sent_at = now(), body = NULL, attempts = attempts + 1,
              last_error = NULL WHERE id = $1""")
        .execute(Tuple.of(id))
        .mapEmpty();
  }

  /** Each pause is twice the one before: 30 s, 1, 2, 4 … 32 minutes; then it is given up. */
  private static Future<Void> later(SqlClient transaction, long id, int attempts, Throwable cause) {
    long pause = FIRST_PAUSE.toSeconds() << (attempts - 1);
    return transaction
        .preparedQuery(
            """
            UPDATE mail_outbox SET attempts = $2::int, last_error = left($3, 500),
              next_at = now() + make_interval(secs => $4),
              given_up_at = CASE WHEN $2::int >= $5::int THEN now() END,
              body = CASE WHEN $2::int >= $5::int THEN NULL ELSE body END
            WHERE id = $1""")
        .execute(
            Tuple.of(
                id, attempts, String.valueOf(cause.getMessage()), (double) pause, MOST_ATTEMPTS))
        .mapEmpty();
  }
}
