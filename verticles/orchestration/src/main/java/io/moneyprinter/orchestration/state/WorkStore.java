package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.ShowWork;
import io.moneyprinter.codecs.orchestration.WorkView;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What waits and what is leased, over the jobs of all tenants. */
public final class WorkStore {
  /** The turns are those parts of steps alone that want a node or have one. */
  private static final String QUEUES =
      "SELECT queue, count(*) FILTER (WHERE NOT running) AS waiting,"
          + " count(*) FILTER (WHERE running) AS running,"
          + " count(*) FILTER (WHERE unfit IS NOT NULL) AS unfit"
          + " FROM turn GROUP BY queue ORDER BY queue";

  private static final String LEASES =
      "SELECT owner, job_id, tenant, name, part, address, attempt, progress, token, lease_until,"
          + " started_at FROM step WHERE state = 'RUNNING' AND owner IS NOT NULL"
          + " AND lease_until IS NOT NULL ORDER BY started_at LIMIT $1";

  private final Database database;

  public WorkStore(Database database) {
    this.database = database;
  }

  /** Answers {@link io.moneyprinter.codecs.orchestration.ExplorerMessages#SHOW_WORK}. */
  public Future<WorkView> show(ShowWork wish) {
    Pool pool = database.writer();
    Future<List<WorkView.Queue>> queues =
        pool.query(QUEUES)
            .execute()
            .map(
                rows -> {
                  List<WorkView.Queue> all = new ArrayList<>();
                  rows.forEach(row -> all.add(queue(row)));
                  return all;
                });
    Future<List<WorkView.Lease>> leases =
        pool.preparedQuery(LEASES)
            .execute(Tuple.of(WorkView.MOST_LEASES))
            .map(
                rows -> {
                  List<WorkView.Lease> all = new ArrayList<>();
                  rows.forEach(row -> all.add(lease(row)));
                  return all;
                });
    return Future.all(queues, leases).map(found -> new WorkView(queues.result(), leases.result()));
  }

  private static WorkView.Queue queue(Row row) {
    return new WorkView.Queue(
        row.getString("queue"),
        row.getLong("waiting"),
        row.getLong("running"),
        row.getLong("unfit"));
  }

  private static WorkView.Lease lease(Row row) {
    return new WorkView.Lease(
        row.getString("owner"),
        row.getUUID("job_id").toString(),
        row.getString("tenant"),
        row.getString("name"),
        row.getInteger("part"),
        row.getString("address"),
        row.getInteger("attempt"),
        row.getDouble("progress"),
        row.getLong("token"),
        Times.at(row, "lease_until"),
        Times.at(row, "started_at"));
  }
}
