package io.moneyprinter.notification.push;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The browsers of all people. */
final class PushStore {
  /** One that is there already takes no place more. */
  private static final String PUT =
      """
      INSERT INTO push_subscription (id, tenant, subject, endpoint, public_key, auth, device,
        session)
      SELECT $1, $2, $3, $4, $5, $6, $7, $9
      WHERE (SELECT count(*) FROM push_subscription
        WHERE tenant = $2 AND subject = $3 AND endpoint <> $4) < $8
      ON CONFLICT (endpoint) DO UPDATE SET tenant = EXCLUDED.tenant, subject = EXCLUDED.subject,
        public_key = EXCLUDED.public_key, auth = EXCLUDED.auth, device = EXCLUDED.device,
        session = EXCLUDED.session
      RETURNING *""";

  private static final String OWN = " FROM push_subscription WHERE tenant = $1 AND subject = $2";

  private final Database database;

  PushStore(Database database) {
    this.database = database;
  }

  /** Empty when the person has as many as one may. */
  Future<Optional<PushRow>> put(PushRow fresh, int most) {
    return all(
            PUT,
            Tuple.of(
                fresh.id(),
                fresh.tenant(),
                fresh.subject(),
                fresh.endpoint(),
                Buffer.buffer(fresh.publicKey()),
                Buffer.buffer(fresh.auth()),
                fresh.device(),
                most,
                fresh.session()))
        .map(PushStore::first);
  }

  Future<List<PushRow>> list(String tenant, String subject) {
    return list(database.writer(), tenant, subject);
  }

  /** Within a transaction. */
  Future<List<PushRow>> list(SqlClient client, String tenant, String subject) {
    return client
        .preparedQuery("SELECT *" + OWN + " ORDER BY created_at, id")
        .execute(Tuple.of(tenant, subject))
        .map(PushStore::rows);
  }

  /** Empty for one of somebody else. */
  Future<Optional<PushRow>> get(String tenant, String subject, UUID id) {
    return all("SELECT *" + OWN + " AND id = $3", Tuple.of(tenant, subject, id))
        .map(PushStore::first);
  }

  Future<Optional<PushRow>> delete(String tenant, String subject, UUID id) {
    return all("DELETE" + OWN + " AND id = $3 RETURNING *", Tuple.of(tenant, subject, id))
        .map(PushStore::first);
  }

  /**
   * Those that were subscribed in a login.
   *
   * @param session {@code null} for any
   */
  Future<?> end(String tenant, String subject, String session) {
    return database
        .writer()
        .preparedQuery(
            "DELETE" + OWN + " AND session IS NOT NULL AND ($3::text IS NULL OR session = $3)")
        .execute(Tuple.of(tenant, subject, session));
  }

  Future<?> sent(UUID id) {
    return all(
        "UPDATE push_subscription SET sent_at = now() WHERE id = $1 RETURNING *", Tuple.of(id));
  }

  private Future<List<PushRow>> all(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values).map(PushStore::rows);
  }

  private static Optional<PushRow> first(List<PushRow> rows) {
    return rows.stream().findFirst();
  }

  private static List<PushRow> rows(RowSet<Row> found) {
    List<PushRow> all = new ArrayList<>();
    found.forEach(row -> all.add(PushRow.of(row)));
    return all;
  }
}
