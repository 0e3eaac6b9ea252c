package io.moneyprinter.users;

import io.moneyprinter.codecs.users.ApiKeyInfo;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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

/** The table of API keys. */
final class KeyStore {
  private final Database database;

  KeyStore(Database database) {
    this.database = database;
  }

  /** Looks at the writing side: a revoked key must not live on in a replica. */
  Future<Optional<StoredKey>> find(String prefix) {
    return database
        .writer()
        .preparedQuery(
            """
            SELECT k.prefix, k.hash, k.tenant, k.user_id, u.name AS holder, u.role, n.tier, k.scopes,
              k.expires_at, k.revoked_at
            FROM api_keys k JOIN users u ON u.tenant = k.tenant AND u.id = k.user_id
              JOIN tenants n ON n.id = k.tenant
            WHERE k.prefix = $1""")
        .execute(Tuple.of(prefix))
        .map(KeyStore::first);
  }

  private static Optional<StoredKey> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new StoredKey(
              row.getString("prefix"),
              row.getBuffer("hash").getBytes(),
              row.getString("tenant"),
              row.getString("user_id"),
              row.getString("holder"),
              Role.valueOf(row.getString("role")),
              row.getString("tier"),
              List.of(row.getArrayOfStrings("scopes")),
              instant(row, "expires_at"),
              instant(row, "revoked_at")));
    }
    return Optional.empty();
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  /** Notes that a key was used, to the minute: more would only wear the disk. */
  Future<?> touch(String prefix) {
    return database
        .writer()
        .preparedQuery(
            """
            UPDATE api_keys SET last_used_at = now()
            WHERE prefix = $1
              AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')""")
        .execute(Tuple.of(prefix));
  }

  /** Adds a key within somebody's transaction. */
  static Future<?> insert(
      SqlClient transaction,
      ApiKey key,
      String tenant,
      String user,
      String name,
      String[] scopes,
      Instant expiresAt) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO api_keys (prefix, hash, tenant, user_id, name, scopes, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)""")
        .execute(
            Tuple.of(key.prefix(), Buffer.buffer(key.hash()), tenant, user, name)
                .addArrayOfString(scopes)
                .addValue(expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC)));
  }

  /** The keys of an account, the newest first. */
  Future<List<ApiKeyInfo>> of(String tenant, String user) {
    return database
        .writer()
        .preparedQuery(
            "SELECT * FROM api_keys WHERE tenant = $1 AND user_id = $2 ORDER BY created_at DESC")
        .execute(Tuple.of(tenant, user))
        .map(KeyStore::infos);
  }

  Future<ApiKeyInfo> show(String tenant, String prefix) {
    return database
        .writer()
        .preparedQuery("SELECT * FROM api_keys WHERE tenant = $1 AND prefix = $2")
        .execute(Tuple.of(tenant, prefix))
        .map(rows -> infos(rows).get(0));
  }

  /** False when the account has no such key; revoking twice does no harm. */
  Future<Boolean> revoke(String tenant, String user, String prefix) {
    return database
        .writer()
        .preparedQuery(
            """
            UPDATE api_keys SET revoked_at = COALESCE(revoked_at, now())
            WHERE tenant = $1 AND user_id = $2 AND prefix = $3""")
        .execute(Tuple.of(tenant, user, prefix))
        .map(done -> done.rowCount() == 1);
  }

  private static List<ApiKeyInfo> infos(RowSet<Row> rows) {
    List<ApiKeyInfo> infos = new ArrayList<>();
    for (Row row : rows) {
      infos.add(
          new ApiKeyInfo(
              row.getString("prefix"),
              row.getString("name"),
              row.getString("user_id"),
              List.of(row.getArrayOfStrings("scopes")),
              instant(row, "created_at"),
              instant(row, "expires_at"),
              instant(row, "last_used_at"),
              instant(row, "revoked_at")));
    }
    return infos;
  }
}
