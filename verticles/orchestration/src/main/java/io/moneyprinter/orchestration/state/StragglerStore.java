package io.moneyprinter.orchestration.state;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds parts that take much longer than the rest of their step did. */
public final class StragglerStore {
  /**
   * Parts that run, of steps of which nothing else waits, where nobody waits for the queue either
   * and a node other than the one at work has a slot free.
   */
  private static final String FIND =
      "SELECT s.id FROM step s"
          + " JOIN job j ON j.id = s.job_id AND j.state = 'RUNNING'"
          + " JOIN turn t ON t.step_id = s.id"
          + " CROSS JOIN LATERAL (SELECT"
          + " count(*) FILTER (WHERE o.state IN ('WAITING', 'READY')) AS waiting,"
          + " count(*) FILTER (WHERE o.state = 'DONE' AND o.seconds > 0) AS timed,"
          + " percentile_cont(0.5) WITHIN GROUP (ORDER BY o.seconds / o.work)"
          + " FILTER (WHERE o.state = 'DONE' AND o.seconds > 0) AS pace"
          + " FROM step o WHERE o.job_id = s.job_id AND o.name = s.name AND o.copy_of IS NULL) q"
          + " WHERE s.state = 'RUNNING' AND s.fan_out AND s.copy_of IS NULL"
          + " AND s.address = ANY($1) AND q.waiting = 0 AND q.timed >= $2"
          + " AND extract(epoch FROM clock_timestamp() - s.deadline)"
          + " + s.timeout_ms / 1000.0 > greatest($3 * q.pace * s.work, $4)"
          + " AND NOT EXISTS (SELECT 1 FROM step c WHERE c.copy_of = s.id)"
          + " AND NOT EXISTS (SELECT 1 FROM turn w WHERE w.queue = t.queue AND NOT w.running"
          + " AND (w.ticket_at IS NOT NULL OR w.due <= clock_timestamp()))"
          + " AND EXISTS (SELECT 1 FROM slot_offer f WHERE f.queue = t.queue"
          + " AND f.until > clock_timestamp() AND f.node <> s.owner AND f.slots >"
          + " (SELECT count(*) FROM turn b JOIN step r ON r.id = b.step_id"
          + " WHERE b.queue = f.queue AND b.running AND r.owner = f.node))"
          + " ORDER BY s.deadline - s.timeout_ms * interval '1 millisecond' LIMIT $5";

  /**
   * The longest at work first.
   *
   * @param addresses tasks that may be carried out twice at the same time
   * @param siblings parts of the step that have to be done, to know how long one takes
   * @param factor times as long as half of those took, for as much work
   * @param least they run in any case
   */
  public Future<List<UUID>> find(
      SqlClient client,
      Collection<String> addresses,
      int siblings,
      double factor,
      Duration least,
      int limit) {
    return client
        .preparedQuery(FIND)
        .execute(
            Tuple.tuple()
                .addArrayOfString(addresses.toArray(String[]::new))
                .addInteger(siblings)
                .addDouble(factor)
                .addDouble(least.toMillis() / 1000.0)
                .addInteger(limit))
        .map(
            rows -> {
              List<UUID> ids = new ArrayList<>();
              rows.forEach(row -> ids.add(row.getUUID("id")));
              return ids;
            });
  }
}
