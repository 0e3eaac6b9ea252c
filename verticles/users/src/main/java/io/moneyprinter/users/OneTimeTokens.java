package io.moneyprinter.users;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What links carry: each good once, for one purpose, for a while. */
final class OneTimeTokens {
  /** What a token is good for, and for how long. */
  enum Purpose {
    VERIFY(Duration.ofDays(2)),
    RESET(Duration.ofHours(1)),
    INVITE(Duration.ofDays(7)),
    SETUP(Duration.ofDays(1)),
    LOGIN(Duration.ofMinutes(1)),
    EMAIL(Duration.ofDays(1));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
      this.lifetime = lifetime;
    }

    Duration lifetime() {
      return lifetime;
    }
  }

  /** Whose a token was, and what for. */
  record Holder(Purpose purpose, String tenant, String user) {}

  private final SecureRandom random;

  OneTimeTokens(SecureRandom random) {
    this.random = random;
  }

  /** Makes one; earlier ones of the same account and purpose end. */
  Future<Secret> issue(SqlClient transaction, Purpose purpose, String tenant, String user) {
    return issue(transaction, purpose, tenant, user, null);
  }

  /** Makes the ticket of a login, good in the browser only that knows this secret. */
  Future<Secret> issueLogin(SqlClient transaction, Account account, Secret browser) {
    return issue(transaction, Purpose.LOGIN, account.tenant(), account.id(), browser);
  }

  private Future<Secret> issue(
      SqlClient transaction, Purpose purpose, String tenant, String user, Secret browser) {
    Secret secret = Secret.generate(random);
    return transaction
        .preparedQuery(
            """
            DELETE FROM one_time_tokens WHERE tenant = $1 AND user_id = $2
              AND purpose = $3 AND used_at IS NULL""")
        .execute(Tuple.of(tenant, user, purpose.name()))
        .compose(
            cleared ->
                transaction
                    .preparedQuery(
                        """
                        INSERT INTO one_time_tokens
                          (hash, purpose, tenant, user_id, expires_at, browser)
                        VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5), $6)""")
                    .execute(
                        Tuple.of(
                            Buffer.buffer(secret.hash()),
                            purpose.name(),
                            tenant,
                            user,
                            (double) purpose.lifetime().toSeconds(),
                            browser == null ? null : Buffer.buffer(browser.hash()))))
        .map(secret);
  }

  /** Whose it is, without using it up; empty when it is not good for any of these. */
  static Future<Optional<Holder>> look(SqlClient client, String text, Set<Purpose> purposes) {
    return client
        .preparedQuery(
            """
            SELECT purpose, tenant, user_id FROM one_time_tokens
            WHERE hash = $1 AND purpose = ANY ($2) AND used_at IS NULL AND expires_at > now()""")
        .execute(parameters(text, purposes))
        .map(OneTimeTokens::holder);
  }

  /** Uses it up; of two at the same time, one gets it. */
  static Future<Optional<Holder>> use(SqlClient client, String text, Set<Purpose> purposes) {
    return client
        .preparedQuery(
            """
            UPDATE one_time_tokens SET used_at = now()
            WHERE hash = $1 AND purpose = ANY ($2) AND used_at IS NULL AND expires_at > now()
            RETURNING purpose, tenant, user_id""")
        .execute(parameters(text, purposes))
        .map(OneTimeTokens::holder);
  }

  /** Uses the ticket of a login up; in another browser than began it, it is none. */
  static Future<Optional<Holder>> useLogin(SqlClient client, String text, String browser) {
    return client
        .preparedQuery(
            """
            UPDATE one_time_tokens SET used_at = now()
            WHERE hash = $1 AND purpose = 'LOGIN' AND browser = $2 AND used_at IS NULL
              AND expires_at > now()
            RETURNING purpose, tenant, user_id""")
        .execute(
            Tuple.of(
                Buffer.buffer(new Secret(text).hash()),
                Buffer.buffer(new Secret(browser == null ? "" : browser).hash())))
        .map(OneTimeTokens::holder);
  }

  /** Ends whatever links of an account were sent: they may have been asked for by a stranger. */
  static Future<?> revoke(SqlClient transaction, String tenant, String user) {
    return transaction
        .preparedQuery(
            "DELETE FROM one_time_tokens WHERE tenant = $1 AND user_id = $2 AND used_at IS NULL")
        .execute(Tuple.of(tenant, user));
  }

  private static Tuple parameters(String text, Set<Purpose> purposes) {
    return Tuple.of(Buffer.buffer(new Secret(text).hash()))
        .addArrayOfString(purposes.stream().map(Purpose::name).toArray(String[]::new));
  }

  private static Optional<Holder> holder(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new Holder(
            Purpose.valueOf(row.getString("purpose")),
            row.getString("tenant"),
            row.getString("user_id")));
  }
}
