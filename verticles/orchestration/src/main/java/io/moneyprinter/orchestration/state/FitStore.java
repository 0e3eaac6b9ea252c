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
  /** Each different need of those that wait: one entry of the index is read for each. */
  private static final String NEEDS =
      "WITH RECURSIVE need AS ((SELECT queue, slots, need_memory_mib, need_gpu FROM turn"
          + " WHERE NOT running AND unfit IS NULL"
          + " ORDER BY queue, slots, need_memory_mib, need_gpu LIMIT 1)"
          + " UNION ALL SELECT n.* FROM need l CROSS JOIN LATERAL ("
          + " SELECT queue, slots, need_memory_mib, need_gpu FROM turn"
          + " WHERE NOT running AND unfit IS NULL AND (queue, slots, need_memory_mib, need_gpu)"
          + " > (l.queue, l.slots, l.need_memory_mib, l.need_gpu)"
          + " ORDER BY queue, slots, need_memory_mib, need_gpu LIMIT 1) n)";

  /** A node that does not say has as much memory as is wanted, and no graphics processor. */
  private static final String FITS =
      "f.slots >= n.slots AND coalesce(f.gpus, 0) >= n.need_gpu"
          + " AND coalesce(f.memory_mib, n.need_memory_mib) >= n.need_memory_mib";

  private static final String NOWHERE =
      NEEDS
          + " SELECT t.step_id, o.slots, o.memory, o.gpus FROM need n CROSS JOIN LATERAL ("
          + "SELECT max(f.slots) AS slots, max(f.memory_mib) AS memory,"
          + " max(coalesce(f.gpus, 0)) AS gpus, bool_or("
          + FITS
          + ") AS fits FROM slot_offer f WHERE f.queue = n.queue AND f.until > clock_timestamp()) o"
          + " JOIN turn t ON t.queue = n.queue AND t.slots = n.slots"
          + " AND t.need_memory_mib = n.need_memory_mib AND t.need_gpu = n.need_gpu"
          + " AND NOT t.running AND t.unfit IS NULL"
          + " WHERE (n.slots > 1 OR n.need_memory_mib > 0 OR n.need_gpu > 0)"
          // Null where no node serves the queue.
          + " AND NOT o.fits ORDER BY t.step_id LIMIT $1";

  private static final String AGAIN =
      "UPDATE turn n SET unfit = NULL WHERE n.unfit IS NOT NULL AND EXISTS ("
          + "SELECT 1 FROM slot_offer f WHERE f.queue = n.queue AND f.until > clock_timestamp() AND "
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
