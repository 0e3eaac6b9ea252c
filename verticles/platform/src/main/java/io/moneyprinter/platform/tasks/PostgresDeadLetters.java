package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.queue.DeadLetter;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The dead letters of the queue in PostgreSQL: a table. */
final class PostgresDeadLetters implements DeadLetters {
  private static final String LIST =
      "SELECT id, queue, ticket, priority, deliveries, reason, at FROM dead_letter"
          + " ORDER BY at, id LIMIT $1";

  private static final String DROP = "DELETE FROM dead_letter WHERE id = ANY($1)";

  private static final String REPLAY =
      "WITH gone AS (DELETE FROM dead_letter WHERE id = ANY($1) RETURNING queue, ticket, priority),"
          + " put AS (INSERT INTO ticket (queue, id, priority)"
          + " SELECT queue, ticket, max(priority) FROM gone GROUP BY queue, ticket"
          + " ON CONFLICT (queue, id) DO UPDATE SET deliveries = 0)"
          + " SELECT count(*)::int AS found FROM gone";

  private final Database database;

  PostgresDeadLetters(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<DeadLetter>> list(int limit) {
    return database
        .writer()
        .preparedQuery(LIST)
        .execute(Tuple.of(limit))
        .map(
            rows -> {
              List<DeadLetter> letters = new ArrayList<>();
              rows.forEach(row -> letters.add(letter(row)));
              return letters;
            });
  }

  private static DeadLetter letter(Row row) {
    return new DeadLetter(
        row.getUUID("id").toString(),
        row.getString("queue"),
        row.getString("ticket"),
        row.getInteger("priority"),
        row.getInteger("deliveries"),
        row.getString("reason"),
        row.getOffsetDateTime("at").toInstant());
  }

  @Override
  public Future<Integer> replay(Set<String> ids) {
    return database
        .writer()
        .preparedQuery(REPLAY)
        .execute(Tuple.of(uuids(ids)))
        .map(rows -> rows.iterator().next().getInteger("found"));
  }

  @Override
  public Future<Integer> drop(Set<String> ids) {
    return database
        .writer()
        .preparedQuery(DROP)
        .execute(Tuple.of(uuids(ids)))
        .map(gone -> gone.rowCount());
  }

  private static UUID[] uuids(Set<String> ids) {
    return ids.stream().map(UUID::fromString).toArray(UUID[]::new);
  }
}
