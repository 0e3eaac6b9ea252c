package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.Durations;
import io.moneyprinter.codecs.analytics.Funnel;
import io.moneyprinter.codecs.analytics.Success;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How far jobs came, how long they took and where they failed; read where a replica answers. */
final class Insights {
  private static final String ENDED =
      " ($1::text IS NULL OR tenant = $1) AND finished_at >= $2 AND finished_at < $3";

  private static final String OUTCOMES =
      "SELECT count(*)::int AS jobs,"
          + " (count(*) FILTER (WHERE state = 'COMPLETED'))::int AS completed,"
          + " (count(*) FILTER (WHERE state = 'FAILED'))::int AS failed,"
          + " (count(*) FILTER (WHERE state = 'CANCELLED'))::int AS cancelled"
          + " FROM job_usage WHERE"
          + ENDED;

  private static final String STAGES =
      "SELECT name, count(*)::int AS jobs, (count(*) FILTER (WHERE begun))::int AS reached,"
          + " (count(*) FILTER (WHERE state = 'DONE'))::int AS done,"
          + " (count(*) FILTER (WHERE state = 'SKIPPED'))::int AS skipped,"
          + " (count(*) FILTER (WHERE state = 'FAILED'))::int AS failed"
          + " FROM step_usage WHERE"
          + ENDED
          + " GROUP BY name ORDER BY avg(ordinal), name";

  private static final String FAILURES =
      "SELECT failed_step, failure_code, count(*)::int AS jobs FROM job_usage WHERE"
          + ENDED
          + " AND state = 'FAILED' GROUP BY failed_step, failure_code"
          + " ORDER BY count(*) DESC, failed_step, failure_code";

  private static final String OF_JOBS =
      "SELECT "
          + spread("wall_seconds")
          + " FROM job_usage WHERE"
          + ENDED
          + " AND state ="
          + " 'COMPLETED'";

  private static final String OF_STEPS =
      "SELECT name, "
          + spread("seconds")
          + " FROM step_usage WHERE"
          + ENDED
          + " AND seconds IS NOT NULL GROUP BY name ORDER BY avg(ordinal), name";

  private final Database database;

  Insights(Database database) {
    this.database = database;
  }

  private static String spread(String column) {
    return "count(*)::int AS count, avg(%1$s) AS mean, max(%1$s) AS longest,"
        .concat(" percentile_cont(ARRAY[0.5, 0.9, 0.95, 0.99]) WITHIN GROUP (ORDER BY %1$s) AS at")
        .formatted(column);
  }

  Future<Funnel> funnel(Span span) {
    SqlClient client = database.reader();
    Future<RowSet<Row>> outcomes = client.preparedQuery(OUTCOMES).execute(span.tuple());
    Future<RowSet<Row>> stages = client.preparedQuery(STAGES).execute(span.tuple());
    return Future.all(outcomes, stages)
        .map(
            all -> {
              Row sums = outcomes.result().iterator().next();
              return new Funnel(
                  sums.getInteger("jobs"),
                  sums.getInteger("completed"),
                  list(stages.result(), Insights::stage));
            });
  }

  private static Funnel.Stage stage(Row row) {
    int jobs = row.getInteger("jobs");
    int done = row.getInteger("done");
    int skipped = row.getInteger("skipped");
    return new Funnel.Stage(
        row.getString("name"),
        jobs,
        row.getInteger("reached"),
        done,
        skipped,
        row.getInteger("failed"),
        (double) (done + skipped) / jobs);
  }

  Future<Success> success(Span span) {
    SqlClient client = database.reader();
    Future<RowSet<Row>> outcomes = client.preparedQuery(OUTCOMES).execute(span.tuple());
    Future<RowSet<Row>> failures = client.preparedQuery(FAILURES).execute(span.tuple());
    return Future.all(outcomes, failures)
        .map(
            all -> {
              Row sums = outcomes.result().iterator().next();
              int completed = sums.getInteger("completed");
              int failed = sums.getInteger("failed");
              return new Success(
                  sums.getInteger("jobs"),
                  completed,
                  failed,
                  sums.getInteger("cancelled"),
                  rate(completed, failed),
                  list(
                      failures.result(),
                      row ->
                          new Success.Failures(
                              row.getString("failed_step"),
                              row.getString("failure_code"),
                              row.getInteger("jobs"))));
            });
  }

  /** What share came to a good end; {@code null} of nothing. Who called off did not fail. */
  static Double rate(int completed, int failed) {
    return completed + failed == 0 ? null : (double) completed / (completed + failed);
  }

  Future<Durations> durations(Span span) {
    SqlClient client = database.reader();
    Future<RowSet<Row>> jobs = client.preparedQuery(OF_JOBS).execute(span.tuple());
    Future<RowSet<Row>> steps = client.preparedQuery(OF_STEPS).execute(span.tuple());
    return Future.all(jobs, steps)
        .map(
            all ->
                new Durations(
                    spread(jobs.result().iterator().next()),
                    list(
                        steps.result(),
                        row -> new Durations.Step(row.getString("name"), spread(row)))));
  }

  private static Durations.Spread spread(Row row) {
    if (row.getInteger("count") == 0) {
      return null;
    }
    Double[] at = row.getArrayOfDoubles("at");
    return new Durations.Spread(
        row.getInteger("count"),
        row.getDouble("mean"),
        at[0],
        at[1],
        at[2],
        at[3],
        row.getDouble("longest"));
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(read.apply(row)));
    return all;
  }
}
