package io.moneyprinter.users;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The table of videos that tenants have ordered, and of those that they are ordering. */
final class VideoUses {
  /** Longer than it takes to write an order and to tell of it. */
  private static final Duration HOLD = Duration.ofMinutes(1);

  /** What a tenant has used since a moment. */
  record Use(String tier, int videos) {}

  private VideoUses() {}

  /** Takes note of what an event says, unless a later one was noted before. */
  static Future<?> note(SqlClient client, JobEvent event, boolean released) {
    return client
        .preparedQuery(
            """
            INSERT INTO video_uses (tenant, job_id, at, released, sequence)
            SELECT id, $2, $3, $4, $5 FROM tenants WHERE id = $1
            ON CONFLICT (tenant, job_id)
            DO UPDATE SET released = EXCLUDED.released, sequence = EXCLUDED.sequence,
              held_until = NULL
            WHERE video_uses.sequence < EXCLUDED.sequence""")
        .execute(
            Tuple.of(event.tenant(), event.jobId(), utc(event.at()), released, event.sequence()));
  }

  /** What counts of a tenant; empty where there is no such tenant. */
  static Future<Optional<Use>> since(SqlClient client, String tenant, Instant begin, Instant now) {
    return client
        .preparedQuery(
            """
            SELECT t.tier, count(u.job_id) AS used
            FROM tenants t LEFT JOIN video_uses u
              ON u.tenant = t.id AND u.at >= $2 AND (NOT u.released OR u.held_until > $3)
            WHERE t.id = $1 GROUP BY t.tier""")
        .execute(Tuple.of(tenant, utc(begin), utc(now)))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              return Optional.of(new Use(row.getString("tier"), row.getLong("used").intValue()));
            });
  }

  /** The tier of a tenant; empty where there is no such tenant. */
  static Future<Optional<String>> tier(SqlClient client, String tenant) {
    return client
        .preparedQuery("SELECT tier FROM tenants WHERE id = $1")
        .execute(Tuple.of(tenant))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString("tier")));
  }

  /** No other order of the tenant is looked at meanwhile. */
  static Future<?> alone(SqlClient transaction, String tenant) {
    return transaction
        .preparedQuery("SELECT 1 FROM tenants WHERE id = $1 FOR NO KEY UPDATE")
        .execute(Tuple.of(tenant));
  }

  /** Whether a job counts already. */
  static Future<Boolean> counts(SqlClient client, String tenant, String job, Instant now) {
    return client
        .preparedQuery(
            """
            SELECT 1 FROM video_uses
            WHERE tenant = $1 AND job_id = $2 AND (NOT released OR held_until > $3)""")
        .execute(Tuple.of(tenant, job, utc(now)))
        .map(rows -> rows.size() > 0);
  }

  /** Has a job count for a while, until an event tells what became of it. */
  static Future<Void> hold(SqlClient client, String tenant, String job, Instant now) {
    return client
        .preparedQuery(
            """
            INSERT INTO video_uses (tenant, job_id, at, released, sequence, held_until)
            VALUES ($1, $2, $3, true, -1, $4)
            ON CONFLICT (tenant, job_id) DO UPDATE SET at = EXCLUDED.at, held_until = $4""")
        .execute(Tuple.of(tenant, job, utc(now), utc(now.plus(HOLD))))
        .mapEmpty();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
