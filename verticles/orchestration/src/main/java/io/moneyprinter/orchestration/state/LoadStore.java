package io.moneyprinter.orchestration.state;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;

/** Reads how much is under way. */
public final class LoadStore {
  private static final String LOAD =
      "SELECT state, greatest(0, seconds_left - extract(epoch FROM now() - updated_at))"
          + "::double precision AS seconds_left FROM job WHERE state IN ('QUEUED', 'RUNNING')"
          // What waits for a person takes nobody's time.
          + " AND NOT EXISTS (SELECT 1 FROM step s WHERE s.job_id = job.id"
          + " AND s.state = 'AWAITING')";

  public Future<JobLoad> read(SqlClient client) {
    return client
        .query(LOAD)
        .execute()
        .map(
            rows -> {
              List<Double> left = new ArrayList<>();
              int waiting = 0;
              for (Row row : rows) {
                if (row.getString("state").equals("RUNNING")) {
                  left.add(row.getDouble("seconds_left"));
                } else {
                  waiting++;
                }
              }
              return new JobLoad(left, waiting);
            });
  }
}
