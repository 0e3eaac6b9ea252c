package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The accounts of one tenant, for those who rule it. */
final class AccountList {
  private final Database database;

  AccountList(Database database) {
    this.database = database;
  }

  /**
   * Accounts in the order of their ids.
   *
   * @param after the last one that is known; {@code null} to begin
   */
  Future<List<Account>> page(String tenant, String after, int limit) {
    return database
        .writer()
        .preparedQuery(
            """
            SELECT tenant, id, email, email_verified_at, name, role, password_hash,
              multi_factor, created_at
            FROM users WHERE tenant = $1 AND ($2::text IS NULL OR id > $2)
            ORDER BY id LIMIT $3""")
        .execute(Tuple.of(tenant, after, limit))
        .map(
            rows -> {
              List<Account> accounts = new ArrayList<>();
              rows.forEach(row -> accounts.add(AccountStore.account(row)));
              return accounts;
            });
  }

  Future<?> setRole(SqlClient transaction, String tenant, String id, Role role) {
    return transaction
        .preparedQuery("UPDATE users SET role = $3 WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, id, role.name()));
  }

  /**
   * Takes an account out with all that hangs on it, letters to its address included; what it made
   * stays the tenant's.
   */
  static Future<?> delete(SqlClient transaction, String tenant, String id) {
    return transaction
        .preparedQuery(
            """
            DELETE FROM mail_outbox WHERE recipient IN
              (SELECT email FROM users
                WHERE tenant = $1 AND id = $2 AND email_verified_at IS NOT NULL)""")
        .execute(Tuple.of(tenant, id))
        .compose(letters -> deleteAccount(transaction, tenant, id));
  }

  private static Future<?> deleteAccount(SqlClient transaction, String tenant, String id) {
    return transaction
        .preparedQuery("DELETE FROM api_keys WHERE tenant = $1 AND user_id = $2")
        .execute(Tuple.of(tenant, id))
        .compose(
            gone ->
                transaction
                    .preparedQuery("DELETE FROM users WHERE tenant = $1 AND id = $2")
                    .execute(Tuple.of(tenant, id)));
  }
}
