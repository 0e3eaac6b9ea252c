package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The table of accounts. Every statement names the tenant; only a login starts at an address. */
final class AccountStore {
  private static final String COLUMNS =
      "tenant, id, email, email_verified_at, name, role, password_hash, multi_factor, created_at";

  private final Database database;

  AccountStore(Database database) {
    this.database = database;
  }

  /** The writing side: what was changed a moment ago has to hold. */
  SqlClient writer() {
    return database.writer();
  }

  static Future<Optional<Account>> byEmail(SqlClient client, String email) {
    return client
        .preparedQuery("SELECT " + COLUMNS + " FROM users WHERE email = $1")
        .execute(Tuple.of(email))
        .map(AccountStore::first);
  }

  static Future<Optional<Account>> byId(SqlClient client, String tenant, String id) {
    return client
        .preparedQuery("SELECT " + COLUMNS + " FROM users WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, id))
        .map(AccountStore::first);
  }

  /** Adds an account that nobody can log in to yet; false when the address is taken. */
  static Future<Boolean> insert(SqlClient client, Account account) {
    return client
        .preparedQuery(
            """
            INSERT INTO users (tenant, id, email, name, role, password_hash)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (email) DO NOTHING""")
        .execute(
            Tuple.of(
                account.tenant(),
                account.id(),
                account.email(),
                account.name(),
                account.role().name(),
                account.passwordHash()))
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

  static Future<?> setName(SqlClient client, String tenant, String id, String name) {
    return client
        .preparedQuery("UPDATE users SET name = $3 WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, id, name));
  }

  /** False when the address is another's. */
  static Future<Boolean> setEmail(SqlClient client, String tenant, String id, String email) {
    return client
        .preparedQuery(
            """
            UPDATE users SET email = $3 WHERE tenant = $1 AND id = $2
              AND NOT EXISTS (SELECT 1 FROM users WHERE email = $3 AND (tenant, id) <> ($1, $2))""")
        .execute(Tuple.of(tenant, id, email))
        .map(done -> done.rowCount() == 1);
  }

  static Future<?> verifyEmail(SqlClient client, String tenant, String id) {
    return client
        .preparedQuery(
            """
            UPDATE users SET email_verified_at = COALESCE(email_verified_at, now())
            WHERE tenant = $1 AND id = $2""")
        .execute(Tuple.of(tenant, id));
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
