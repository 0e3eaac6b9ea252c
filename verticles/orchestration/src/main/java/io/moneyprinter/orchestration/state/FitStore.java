package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.Capacity;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares what steps need with what the nodes of their queue have. */
public final class FitStore {
  /** A node that does not say has as much memory as is wanted, and no graphics processor. */
  private static final String FITS =
      "f.queue = t.queue AND f.until > clock_timestamp()"
          + " AND f.slots >= t.slots AND coalesce(f.gpus, 0) >= coalesce(s.need_gpu, 0)"
          + " AND coalesce(f.memory_mib, s.need_memory_mib, 0) >= coalesce(s.need_memory_mib, 0)";

  private static final String NOWHERE =
      "SELECT t.step_id, max(f.slots) AS slots, max(f.memory_mib) AS memory,"
          + " max(coalesce(f.gpus, 0)) AS gpus FROM turn t JOIN step s ON s.id = t.step_id"
          + " JOIN slot_offer f ON f.queue = t.queue AND f.until > clock_timestamp()"
          + " WHERE NOT t.running AND t.unfit IS NULL"
          + " AND (t.slots > 1 OR s.need_memory_mib > 0 OR s.need_gpu > 0)"
          + " AND NOT EXISTS (SELECT 1 FROM slot_offer f WHERE "
          + FITS
          + ") GROUP BY t.step_id ORDER BY t.step_id LIMIT $1";

  private static final String AGAIN =
      "UPDATE turn t SET unfit = NULL FROM step s WHERE s.id = t.step_id AND t.unfit IS NOT NULL"
          + " AND EXISTS (SELECT 1 FROM slot_offer f WHERE "
          + FITS
          + ")";

  private static final String OFFERED =
      "SELECT slots, coalesce(memory_mib, $3) AS memory, coalesce(gpus, 0) AS gpus"
          + " FROM slot_offer WHERE queue = $1 AND node = $2";

  /**
   * A step that fits no node.
   *
   * @param most the most that any node has of each
   */
  public record Nowhere(UUID stepId, Capacity most) {}

  /** Steps that fit no node and whose owners do not know yet; none of queues that nobody serves. */
  public Future<List<Nowhere>> nowhere(SqlClient client, int limit) {
    return client
        .preparedQuery(NOWHERE)
        .execute(Tuple.of(limit))
        .map(
            rows -> {
              List<Nowhere> found = new ArrayList<>();
              rows.forEach(row -> found.add(new Nowhere(row.getUUID("step_id"), capacity(row))));
              return found;
            });
  }

  private static Capacity capacity(Row row) {
    Long memory = row.getLong("memory");
    return new Capacity(
        row.getInteger("slots"), memory == null ? 0 : memory, row.getInteger("gpus"));
  }

  /** Keeps a step from being handed out; false when it waits for no node any more. */
  public Future<Boolean> keepBack(SqlClient client, UUID stepId, String why) {
    return client
        .preparedQuery(
            "UPDATE turn SET unfit = $2, ticket_at = NULL"
                + " WHERE step_id = $1 AND NOT running AND unfit IS NULL")
        .execute(Tuple.of(stepId, why))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Lets what fits a node by now be handed out; true when there is any. */
  public Future<Boolean> letOut(SqlClient client) {
    return client.preparedQuery(AGAIN).execute().map(rows -> rows.rowCount() > 0);
  }

  /** What a node has for a task of the queue; empty when it has not said. */
  public Future<Optional<Capacity>> offered(
      SqlClient client, String queue, String node, long memory) {
    return client
        .preparedQuery(OFFERED)
        .execute(Tuple.of(queue, node, memory))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(capacity(rows.iterator().next())));
  }
}
