package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened and is still to be told. */
public final class IncidentStore {
  /** Longer than finding out about one takes. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int LONGEST_SHIFT = 9;

  /** A day and a half of trying. */
  private static final int MOST_ATTEMPTS = 130;

  private static final String ADD =
      """
      INSERT INTO incident (key, tenant, kind, subject, at, data, due)
      VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 millisecond')
      ON CONFLICT DO NOTHING""";

  private static final String CLAIM =
      """
      UPDATE incident SET due = now() + $1 * interval '1 millisecond', attempts = attempts + 1
      WHERE key = ANY (ARRAY(
        SELECT key FROM incident WHERE done_at IS NULL AND due <= now()
        ORDER BY due LIMIT $2 FOR UPDATE SKIP LOCKED))
      RETURNING key, tenant, kind, subject, at, data, attempts""";

  /** An incident that this node works on. */
  record Claimed(Incident incident, int attempts) {}

  private final Database database;

  public IncidentStore(Database database) {
    this.database = database;
  }

  /** Keeps what is not known yet; answers whether it was new. */
  public Future<Boolean> add(Incident incident) {
    return add(incident, Duration.ZERO);
  }

  /**
   * The same, to be looked at later.
   *
   * @param pause until it is due
   */
  public Future<Boolean> add(Incident incident, Duration pause) {
    return database
        .writer()
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                incident.key(),
                incident.tenant(),
                incident.kind().name(),
                incident.subject(),
                incident.at().atOffset(ZoneOffset.UTC),
                json(incident.data()),
                (double) pause.toMillis()))
        .map(kept -> kept.rowCount() == 1);
  }

  /** Takes what is due, longest due first; no other node takes the same meanwhile. */
  Future<List<Claimed>> claim(int limit) {
    return database
        .writer()
        .preparedQuery(CLAIM)
        .execute(Tuple.of((double) LEASE.toMillis(), limit))
        .map(
            rows -> {
              List<Claimed> claimed = new ArrayList<>();
              rows.forEach(
                  row -> claimed.add(new Claimed(incident(row), row.getInteger("attempts"))));
              return claimed;
            });
  }

  static Future<?> done(SqlClient transaction, String key) {
    return transaction
        .preparedQuery("UPDATE incident SET done_at = now(), last_error = NULL WHERE key = $1")
        .execute(Tuple.of(key));
  }

  Future<?> done(String key) {
    return done(database.writer(), key);
  }

  /** Tries again after a pause that doubles up to 17 minutes; at last gives up. */
  Future<?> later(Claimed claimed, Throwable cause) {
    long pause = FIRST_PAUSE.toMillis() << Math.min(claimed.attempts() - 1, LONGEST_SHIFT);
    return database
        .writer()
        .preparedQuery(
            """
            UPDATE incident SET due = now() + $2 * interval '1 millisecond',
              last_error = left($3, 500), done_at = CASE WHEN $4 THEN now() END WHERE key = $1""")
        .execute(
            Tuple.of(
                claimed.incident().key(),
                (double) pause,
                String.valueOf(cause.getMessage()).replace("\0", ""),
                claimed.attempts() >= MOST_ATTEMPTS));
  }

  private static Incident incident(Row row) {
    return new Incident(
        row.getString("key"),
        row.getString("tenant"),
        NoticeKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getOffsetDateTime("at").toInstant(),
        map(row.getJsonObject("data")));
  }

  /** PostgreSQL keeps any character but NUL. */
  static JsonObject json(Map<String, String> data) {
    JsonObject json = new JsonObject();
    data.forEach((name, value) -> json.put(name, value.replace("\0", "")));
    return json;
  }

  static Map<String, String> map(JsonObject json) {
    return json.stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
  }
}
