package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Client;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.Session;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of sessions and refresh tokens: the truth about who is logged in. */
final class SessionStore {
  /** Why a session ended. */
  enum End {
    LOGOUT,
    PASSWORD,
    ROLE,
    REMOVED,
    /** A refresh token came a second time: somebody has a copy. */
    REUSE
  }

  private final Database database;

  SessionStore(Database database) {
    this.database = database;
  }

  /**
   * Adds a session, unless the account's password was changed, or the account taken out, since it
   * was looked at. The account is held meanwhile: whoever changes it ends this session, too.
   *
   * @return whether it was added
   */
  static Future<Boolean> insert(
      SqlClient transaction, UUID id, Account account, Client client, Duration lifetime) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO sessions (id, tenant, user_id, expires_at, address, agent)
            SELECT $1, u.tenant, u.id, now() + make_interval(secs => $4), left($5, 64), left($6, 200)
            FROM users u
            WHERE u.tenant = $2 AND u.id = $3 AND u.password_hash IS NOT DISTINCT FROM $7
            FOR SHARE""")
        .execute(
            Tuple.of(
                id,
                account.tenant(),
                account.id(),
                (double) lifetime.toSeconds(),
                client == null ? null : client.address(),
                client == null ? null : client.agent(),
                account.passwordHash()))
        .map(done -> done.rowCount() == 1);
  }

  static Future<?> insertRefresh(SqlClient transaction, UUID session, Secret token) {
    return transaction
        .preparedQuery("INSERT INTO refresh_tokens (hash, session) VALUES ($1, $2)")
        .execute(Tuple.of(Buffer.buffer(token.hash()), session));
  }

  /** Uses a refresh token up; of two at the same time, one gets the session. */
  static Future<Optional<LiveSession>> useRefresh(SqlClient transaction, Secret token) {
    return transaction
        .preparedQuery(
            """
            UPDATE refresh_tokens t SET used_at = now()
            FROM sessions s JOIN users u ON u.tenant = s.tenant AND u.id = s.user_id
              JOIN tenants n ON n.id = s.tenant
            WHERE t.hash = $1 AND t.used_at IS NULL AND s.id = t.session
              AND s.ended_at IS NULL AND s.expires_at > now()
            RETURNING s.id, s.tenant, s.user_id, u.role, n.tier, s.expires_at""")
        .execute(Tuple.of(Buffer.buffer(token.hash())))
        .map(SessionStore::first);
  }

  /** The open session of a refresh token that was used before, if this is one. */
  static Future<Optional<LiveSession>> ofUsedRefresh(SqlClient transaction, Secret token) {
    return transaction
        .preparedQuery(
            """
            SELECT s.id, s.tenant, s.user_id, u.role, n.tier, s.expires_at
            FROM refresh_tokens t JOIN sessions s ON s.id = t.session
              JOIN users u ON u.tenant = s.tenant AND u.id = s.user_id
              JOIN tenants n ON n.id = s.tenant
            WHERE t.hash = $1 AND t.used_at IS NOT NULL AND s.ended_at IS NULL""")
        .execute(Tuple.of(Buffer.buffer(token.hash())))
        .map(SessionStore::first);
  }

  static Future<?> touch(SqlClient transaction, UUID id, Client client) {
    return transaction
        .preparedQuery(
            """
            UPDATE sessions SET last_used_at = now(), address = COALESCE(left($2, 64), address)
            WHERE id = $1""")
        .execute(Tuple.of(id, client == null ? null : client.address()));
  }

  /** An open session with what its holder is now. */
  Future<Optional<LiveSession>> find(UUID id) {
    return database
        .writer()
        .preparedQuery(
            """
            SELECT s.id, s.tenant, s.user_id, u.role, n.tier, s.expires_at
            FROM sessions s JOIN users u ON u.tenant = s.tenant AND u.id = s.user_id
              JOIN tenants n ON n.id = s.tenant
            WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > now()""")
        .execute(Tuple.of(id))
        .map(SessionStore::first);
  }

  private static Optional<LiveSession> first(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new LiveSession(
            row.getUUID("id"),
            row.getString("tenant"),
            row.getString("user_id"),
            Role.valueOf(row.getString("role")),
            row.getString("tier"),
            row.getOffsetDateTime("expires_at").toInstant()));
  }

  Future<List<Session>> open(String tenant, String user, String current) {
    return database
        .writer()
        .preparedQuery(
            """
            SELECT id, created_at, last_used_at, expires_at, address, agent FROM sessions
            WHERE tenant = $1 AND user_id = $2 AND ended_at IS NULL AND expires_at > now()
            ORDER BY last_used_at DESC LIMIT 200""")
        .execute(Tuple.of(tenant, user))
        .map(
            rows -> {
              List<Session> sessions = new ArrayList<>();
              rows.forEach(row -> sessions.add(session(row, current)));
              return sessions;
            });
  }

  private static Session session(Row row, String current) {
    String id = row.getUUID("id").toString();
    return new Session(
        id,
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("last_used_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        row.getString("address"),
        row.getString("agent"),
        id.equals(current));
  }

  /**
   * Ends sessions of one account.
   *
   * @param only this one; {@code null} for all
   * @param spared this one goes on; {@code null} for none
   * @return those that were open
   */
  static Future<List<UUID>> end(
      SqlClient client, String tenant, String user, UUID only, UUID spared, End reason) {
    return client
        .preparedQuery(
            """
            UPDATE sessions SET ended_at = now(), end_reason = $5
            WHERE tenant = $1 AND user_id = $2 AND ended_at IS NULL
              AND ($3::uuid IS NULL OR id = $3) AND ($4::uuid IS NULL OR id <> $4)
            RETURNING id""")
        .execute(Tuple.of(tenant, user, only, spared, reason.name()))
        .map(
            rows -> {
              List<UUID> ended = new ArrayList<>();
              rows.forEach(row -> ended.add(row.getUUID("id")));
              return ended;
            });
  }

  SqlClient writer() {
    return database.writer();
  }

  Database database() {
    return database;
  }
}
