package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of accounts. Every statement names the tenant; only a login starts at an address. */
final class AccountStore {
  private static final String COLUMNS =
      "tenant, id, email, email_verified_at, name, role, password_hash, multi_factor, created_at";

  /** The state of a statement that would break a unique index. */
  private static final String UNIQUE = "23505";

  private final Database database;

  AccountStore(Database database) {
    this.database = database;
  }

  /** The writing side: what was changed a moment ago has to hold. */
  SqlClient writer() {
    return database.writer();
  }

  /** The account of whoever confirmed this address; there is one at most. */
  static Future<Optional<Account>> byEmail(SqlClient client, String email) {
    return client
        .preparedQuery(
            "SELECT " + COLUMNS + " FROM users WHERE email = $1 AND email_verified_at IS NOT NULL")
        .execute(Tuple.of(email))
        .map(AccountStore::first);
  }

  /** Those whom tenants have invited by this address and who have not come yet. */
  static Future<List<Account>> invited(SqlClient client, String email) {
    return client
        .preparedQuery(
            "SELECT " + COLUMNS + " FROM users WHERE email = $1 AND email_verified_at IS NULL")
        .execute(Tuple.of(email))
        .map(
            rows -> {
              List<Account> accounts = new ArrayList<>();
              rows.forEach(row -> accounts.add(account(row)));
              return accounts;
            });
  }

  static Future<Optional<Account>> byId(SqlClient client, String tenant, String id) {
    return client
        .preparedQuery("SELECT " + COLUMNS + " FROM users WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, id))
        .map(AccountStore::first);
  }

  /**
   * Adds an account; false when the address is taken: confirmed by somebody, as this one is, or
   * already in this tenant.
   */
  static Future<Boolean> insert(SqlClient client, Account account) {
    return client
        .preparedQuery(
            """
            INSERT INTO users (tenant, id, email, name, role, password_hash, email_verified_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING""")
        .execute(
            Tuple.of(
                account.tenant(),
                account.id(),
                account.email(),
                account.name(),
                account.role().name(),
                account.passwordHash(),
                account.verifiedAt() == null
                    ? null
                    : account.verifiedAt().atOffset(ZoneOffset.UTC)))
        .map(done -> done.rowCount() == 1);
  }

  static Future<?> insertTenant(SqlClient client, String id, String name, String tier) {
    return client
        .preparedQuery("INSERT INTO tenants (id, name, tier) VALUES ($1, $2, $3)")
        .execute(Tuple.of(id, name, tier));
  }

  static Future<?> setPassword(SqlClient client, String tenant, String id, String hash) {
    return client
        .preparedQuery("UPDATE users SET password_hash = $3 WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, id, hash));
  }

  /** Sets another password in place of a known one; false when it is that no more. */
  static Future<Boolean> replacePassword(SqlClient client, Account account, String hash) {
    return client
        .preparedQuery(
            """
            UPDATE users SET password_hash = $4
            WHERE tenant = $1 AND id = $2 AND password_hash = $3""")
        .execute(Tuple.of(account.tenant(), account.id(), account.passwordHash(), hash))
        .map(done -> done.rowCount() == 1);
  }

  static Future<?> setName(SqlClient client, String tenant, String id, String name) {
    return client
        .preparedQuery("UPDATE users SET name = $3 WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, id, name));
  }

  /** False when the address is another's, or invited to this tenant. */
  static Future<Boolean> setEmail(SqlClient client, String tenant, String id, String email) {
    return client
        .preparedQuery(
            """
            UPDATE users SET email = $3 WHERE tenant = $1 AND id = $2
              AND NOT EXISTS (SELECT 1 FROM users o
                WHERE o.email = $3 AND (o.email_verified_at IS NOT NULL OR o.tenant = $1)
                  AND (o.tenant, o.id) <> ($1, $2))""")
        .execute(Tuple.of(tenant, id, email))
        .map(done -> done.rowCount() == 1);
  }

  /** Notes that the address is the account's; false when another confirmed it just now. */
  static Future<Boolean> verifyEmail(SqlClient client, String tenant, String id) {
    return client
        .preparedQuery(
            """
            UPDATE users SET email_verified_at = COALESCE(email_verified_at, now())
            WHERE tenant = $1 AND id = $2""")
        .execute(Tuple.of(tenant, id))
        .map(true)
        .recover(
            cause ->
                cause instanceof DatabaseException refused && UNIQUE.equals(refused.getSqlState())
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(cause));
  }

  /** Whether somebody of a tenant could log in. */
  Future<Boolean> anybodyCanLogIn(String tenant) {
    return writer()
        .preparedQuery(
            "SELECT 1 FROM users WHERE tenant = $1 AND email_verified_at IS NOT NULL LIMIT 1")
        .execute(Tuple.of(tenant))
        .map(rows -> rows.size() > 0);
  }

  static Account account(Row row) {
    return new Account(
        row.getString("tenant"),
        row.getString("id"),
        row.getString("email"),
        instant(row, "email_verified_at"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getString("password_hash"),
        row.getBoolean("multi_factor"),
        instant(row, "created_at"));
  }

  private static Optional<Account> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(account(rows.iterator().next()));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
