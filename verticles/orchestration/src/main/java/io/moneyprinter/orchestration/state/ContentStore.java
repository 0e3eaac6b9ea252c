package io.moneyprinter.orchestration.state;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What steps were asked and what they gave. */
public final class ContentStore {
  /** What a part is asked; a copy is asked what its part is. */
  public Future<String> request(SqlClient client, UUID stepId) {
    return client
        .preparedQuery(
            "SELECT o.request::text FROM step s JOIN step o ON o.id = coalesce(s.copy_of, s.id)"
                + " WHERE s.id = $1")
        .execute(Tuple.of(stepId))
        .map(rows -> rows.iterator().next().getString(0));
  }

  /** The results of whole steps, in order of step and part. */
  public Future<List<StepContent>> results(SqlClient client, UUID jobId, Collection<String> names) {
    return client
        .preparedQuery(
            "SELECT name, part, address, NULL AS request, result::text AS result FROM step"
                + " WHERE job_id = $1 AND name = ANY($2) AND result IS NOT NULL"
                + " ORDER BY ordinal, part")
        .execute(Tuple.tuple().addUUID(jobId).addArrayOfString(names.toArray(String[]::new)))
        .map(ContentStore::contents);
  }

  /** What was asked and answered in all that was done by these tasks. */
  public Future<List<StepContent>> done(
      SqlClient client, UUID jobId, Collection<String> addresses) {
    return client
        .preparedQuery(
            "SELECT name, part, address, request::text AS request, result::text AS result"
                + " FROM step WHERE job_id = $1 AND address = ANY($2) AND result IS NOT NULL")
        .execute(Tuple.tuple().addUUID(jobId).addArrayOfString(addresses.toArray(String[]::new)))
        .map(ContentStore::contents);
  }

  private static List<StepContent> contents(RowSet<Row> rows) {
    List<StepContent> contents = new ArrayList<>();
    rows.forEach(
        row ->
            contents.add(
                new StepContent(
                    row.getString("name"),
                    row.getInteger("part"),
                    row.getString("address"),
                    row.getString("request"),
                    row.getString("result"))));
    return contents;
  }
}
