package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table of steps that want a node, and of those that have one. */
public final class TurnStore {
  private static final String WANT =
      "INSERT INTO turn (step_id, job_id, tenant, queue, priority, ordinal, part, fresh, due,"
          + " slots, need_memory_mib, need_gpu)"
          + " SELECT $2, id, tenant, $3, priority, $4, $5, started_at IS NULL, $6, $7, $8, $9"
          + " FROM job WHERE id = $1 ON CONFLICT (step_id) DO UPDATE SET priority = excluded.priority,"
          + " fresh = excluded.fresh, due = excluded.due, ticket_at = NULL, tickets = 0,"
          + " running = false, unfit = NULL";

  private static final String BEGIN =
      "UPDATE turn SET fresh = false, running = running OR step_id = ANY($2), ticket_at ="
          + " CASE WHEN step_id = ANY($2) THEN coalesce(ticket_at, now()) ELSE ticket_at END"
          + " WHERE job_id = $1 AND (fresh OR step_id = ANY($2))";

  private static final String END = "DELETE FROM turn WHERE step_id = ANY($1)";

  private static final String ADOPT =
      "INSERT INTO turn (step_id, job_id, tenant, queue, priority, ordinal, part, fresh, due,"
          + " running, ticket_at, slots, need_memory_mib, need_gpu) SELECT s.id, j.id, j.tenant, q.queue, j.priority, s.ordinal,"
          + " s.part, j.started_at IS NULL, coalesce(s.not_before, now()), s.state = 'RUNNING',"
          + " CASE WHEN s.state = 'RUNNING' THEN now() END,"
          + " greatest(1, ceil(coalesce(s.need_cpu, 1)))::integer,"
          + " coalesce(s.need_memory_mib, 0), coalesce(s.need_gpu, 0)"
          + " FROM step s JOIN job j ON j.id = s.job_id"
          + " JOIN unnest($1::text[], $2::text[]) AS q (address, queue) ON q.address = s.address"
          + " WHERE (s.state = 'RUNNING' OR s.state = 'READY' AND s.ticket_at IS NOT NULL)"
          + " AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.step_id = s.id)"
          + " ON CONFLICT DO NOTHING";

  private static final String AGAIN =
      "UPDATE turn SET ticket_at = now(), tickets = tickets + 1 WHERE step_id IN ("
          + "SELECT step_id FROM turn WHERE ticket_at IS NOT NULL AND NOT running"
          + " AND ticket_at < now() - $1 * interval '1 millisecond'"
          + " AND ticket_at < now() - $1 * interval '1 millisecond' * (1 << least(tickets - 1, 6))"
          + " ORDER BY ticket_at LIMIT $2 FOR UPDATE SKIP LOCKED)"
          + " RETURNING queue, step_id, ordinal, priority";

  /** Keeps the table as the change leaves the job's steps. The job's row has to be written. */
  Future<?> record(SqlConnection connection, JobChange change) {
    Map<UUID, Ticket> wanting = new HashMap<>();
    for (Ticket ticket : change.tickets()) {
      UUID id = UUID.fromString(ticket.id());
      StepRow step = change.step(id);
      if (step != null && step.state() == StepState.READY) {
        wanting.put(id, ticket);
      }
    }
    List<UUID> begun = new ArrayList<>();
    List<UUID> ended = new ArrayList<>();
    for (StepWrite write : change.writes()) {
      UUID id = write.row().id();
      if (write.row().state() == StepState.RUNNING) {
        begun.add(id);
      } else if (!wanting.containsKey(id)) {
        ended.add(id);
      }
    }
    List<Future<?>> all = new ArrayList<>();
    if (!wanting.isEmpty()) {
      List<Tuple> rows = new ArrayList<>();
      wanting.forEach((id, ticket) -> rows.add(row(change, change.step(id), ticket)));
      all.add(connection.preparedQuery(WANT).executeBatch(rows));
    }
    if (!begun.isEmpty()) {
      Tuple ids =
          Tuple.tuple().addUUID(change.job().id()).addArrayOfUUID(begun.toArray(UUID[]::new));
      all.add(connection.preparedQuery(BEGIN).execute(ids));
    }
    if (!ended.isEmpty()) {
      Tuple ids = Tuple.tuple().addArrayOfUUID(ended.toArray(UUID[]::new));
      all.add(connection.preparedQuery(END).execute(ids));
    }
    return Future.all(all);
  }

  private static Tuple row(JobChange change, StepRow step, Ticket ticket) {
    Capacity needs = step.place().needs().capacity(0);
    return Tuple.of(
        change.job().id(),
        step.id(),
        ticket.queue(),
        step.place().ordinal(),
        step.place().part(),
        Times.stored(ticket.notBefore()),
        needs.slots(),
        needs.memory(),
        needs.gpus());
  }

  /**
   * Takes in the steps that another version of the service made ready.
   *
   * @param queues by the task's address
   */
  public Future<?> adopt(SqlClient client, Map<String, String> queues) {
    List<String> addresses = List.copyOf(queues.keySet());
    return client
        .preparedQuery(ADOPT)
        .execute(
            Tuple.tuple()
                .addArrayOfString(addresses.toArray(String[]::new))
                .addArrayOfString(addresses.stream().map(queues::get).toArray(String[]::new)));
  }

  /**
   * Tickets that may have been lost, because nobody came with them: after the pause, then after
   * twice that, and so on. They count as put again.
   */
  public Future<List<Ticket>> again(SqlClient client, Duration pause, int limit) {
    return client
        .preparedQuery(AGAIN)
        .execute(Tuple.of(pause.toMillis(), limit))
        .map(TurnStore::tickets);
  }

  /** Reads rows of (queue, step_id, ordinal, priority). */
  public static List<Ticket> tickets(RowSet<Row> rows) {
    List<Ticket> tickets = new ArrayList<>();
    rows.forEach(
        row ->
            tickets.add(
                new Ticket(
                    row.getString("queue"),
                    row.getUUID("step_id").toString(),
                    null,
                    TicketPriority.of(
                        Priority.ofLevel(row.getInteger("priority")), row.getInteger("ordinal")))));
    return tickets;
  }
}
