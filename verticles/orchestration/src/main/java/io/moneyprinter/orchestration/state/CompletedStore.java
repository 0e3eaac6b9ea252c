package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.CompletedJobList;
import io.moneyprinter.codecs.orchestration.CompletedJobList.CompletedJob;
import io.moneyprinter.codecs.orchestration.CompletedJobs;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Completed jobs of all tenants, in the order of their completion. */
public final class CompletedStore {
  private static final String PAGE =
      "SELECT id, tenant, finished_at FROM job WHERE state = 'COMPLETED' AND finished_at >= $1"
          + " AND (finished_at, id) > ($1, $2) ORDER BY finished_at, id LIMIT $3";

  private static final UUID NONE = new UUID(0, 0);

  private final Database database;

  public CompletedStore(Database database) {
    this.database = database;
  }

  /** Answers {@link io.moneyprinter.codecs.orchestration.OrchestrationMessages#COMPLETED_JOBS}. */
  public Future<CompletedJobList> since(CompletedJobs wish) {
    UUID after = wish.after() == null ? NONE : Ids.read(wish.after()).orElse(NONE);
    return database
        .writer()
        .preparedQuery(PAGE)
        .execute(Tuple.of(wish.since().atOffset(ZoneOffset.UTC), after, wish.limit()))
        .map(
            rows -> {
              List<CompletedJob> jobs = new ArrayList<>();
              rows.forEach(
                  row ->
                      jobs.add(
                          new CompletedJob(
                              row.getUUID("id").toString(),
                              row.getString("tenant"),
                              Times.at(row, "finished_at"))));
              return new CompletedJobList(jobs);
            });
  }
}
