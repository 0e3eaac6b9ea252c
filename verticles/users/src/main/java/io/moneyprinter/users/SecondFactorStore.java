package io.moneyprinter.users;

import io.moneyprinter.users.totp.RecoveryCode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** The tables of one-time secrets and recovery codes. */
final class SecondFactorStore {
  private static final int MOST_FAILURES = 5;
  private static final double BLOCK_SECONDS = 300;
  private static final double LONGEST_BLOCK_SECONDS = 86_400;

  /**
   * An authenticator.
   *
   * @param blocked whether too many wrong codes came lately
   */
  record Enrolled(RowSecrets.Stored secret, boolean blocked) {}

  private SecondFactorStore() {}

  /** What the secret of an account is encrypted for. */
  static String place(String tenant, String user) {
    return "totp:" + tenant + "/" + user;
  }

  /** Begins anew; until it is confirmed nothing changes for logging in. */
  static Future<?> begin(SqlClient client, String tenant, String user, RowSecrets.Stored secret) {
    return client
        .preparedQuery(
            """
            INSERT INTO totp (tenant, user_id, secret, secret_key) VALUES ($1, $2, $3, $4)
            ON CONFLICT (tenant, user_id) DO UPDATE SET secret = EXCLUDED.secret,
              secret_key = EXCLUDED.secret_key, last_step = 0, failures = 0""")
        .execute(Tuple.of(tenant, user, Buffer.buffer(secret.bytes()), secret.key()));
  }

  static Future<Optional<Enrolled>> find(SqlClient client, String tenant, String user) {
    return client
        .preparedQuery(
            """
            SELECT secret, secret_key, blocked_until > now() AS blocked FROM totp
            WHERE tenant = $1 AND user_id = $2""")
        .execute(Tuple.of(tenant, user))
        .map(SecondFactorStore::enrolled);
  }

  private static Optional<Enrolled> enrolled(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new Enrolled(
            new RowSecrets.Stored(row.getString("secret_key"), row.getBuffer("secret").getBytes()),
            row.getBoolean("blocked")));
  }

  /**
   * Counts an attempt before its code is looked at, so that many at the same time are no more than
   * one after the other. The fifth in a row blocks those after it: for five minutes, each further
   * time twice as long, up to a day. A right code takes both back.
   *
   * @return empty while none is looked at; {@code blocked} tells that this was the last one
   */
  static Future<Optional<Enrolled>> attempt(SqlClient client, String tenant, String user) {
    return client
        .preparedQuery(
            """
            UPDATE totp SET
              failures = CASE WHEN failures + 1 >= $3::int THEN 0 ELSE failures + 1 END,
              blocks = CASE WHEN failures + 1 >= $3::int THEN blocks + 1 ELSE blocks END,
              blocked_until = CASE WHEN failures + 1 >= $3::int
                THEN now() + make_interval(secs => LEAST($5, $4 * power(2, LEAST(blocks, 20))))
                ELSE blocked_until END
            WHERE tenant = $1 AND user_id = $2 AND blocked_until <= now()
            RETURNING secret, secret_key, blocked_until > now() AS blocked""")
        .execute(Tuple.of(tenant, user, MOST_FAILURES, BLOCK_SECONDS, LONGEST_BLOCK_SECONDS))
        .map(SecondFactorStore::enrolled);
  }

  /** Takes the code of a step; false when it, or a later one, was taken before. */
  static Future<Boolean> take(SqlClient client, String tenant, String user, long step) {
    return client
        .preparedQuery(
            """
            UPDATE totp SET last_step = $3
            WHERE tenant = $1 AND user_id = $2 AND last_step < $3""")
        .execute(Tuple.of(tenant, user, step))
        .map(done -> done.rowCount() == 1);
  }

  /** A code was right: what was counted, this one included, is forgotten. */
  static Future<?> clear(SqlClient client, String tenant, String user) {
    return client
        .preparedQuery(
            """
            UPDATE totp SET failures = 0, blocks = 0, blocked_until = '-infinity'
            WHERE tenant = $1 AND user_id = $2""")
        .execute(Tuple.of(tenant, user));
  }

  static Future<Boolean> useRecovery(
      SqlClient client, String tenant, String user, RecoveryCode code) {
    return client
        .preparedQuery(
            """
            UPDATE recovery_codes SET used_at = now()
            WHERE tenant = $1 AND user_id = $2 AND hash = $3 AND used_at IS NULL""")
        .execute(Tuple.of(tenant, user, Buffer.buffer(code.hash())))
        .map(done -> done.rowCount() == 1);
  }

  /** From now on logging in takes a code; recovery codes of before are gone. */
  static Future<?> enable(
      SqlClient transaction, String tenant, String user, List<RecoveryCode> codes) {
    return transaction
        .preparedQuery("DELETE FROM recovery_codes WHERE tenant = $1 AND user_id = $2")
        .execute(Tuple.of(tenant, user))
        .compose(
            cleared ->
                transaction
                    .preparedQuery(
                        "INSERT INTO recovery_codes (tenant, user_id, hash) VALUES ($1, $2, $3)")
                    .executeBatch(
                        codes.stream()
                            .map(code -> Tuple.of(tenant, user, Buffer.buffer(code.hash())))
                            .toList()))
        .compose(made -> flag(transaction, tenant, user, true));
  }

  static Future<?> disable(SqlClient transaction, String tenant, String user) {
    return transaction
        .preparedQuery("DELETE FROM recovery_codes WHERE tenant = $1 AND user_id = $2")
        .execute(Tuple.of(tenant, user))
        .compose(
            gone ->
                transaction
                    .preparedQuery("DELETE FROM totp WHERE tenant = $1 AND user_id = $2")
                    .execute(Tuple.of(tenant, user)))
        .compose(gone -> flag(transaction, tenant, user, false));
  }

  private static Future<?> flag(SqlClient client, String tenant, String user, boolean on) {
    return client
        .preparedQuery("UPDATE users SET multi_factor = $3 WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, user, on));
  }
}
