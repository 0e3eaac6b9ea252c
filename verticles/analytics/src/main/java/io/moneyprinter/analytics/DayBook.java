package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.Trends;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How days went; read where a replica answers. */
final class DayBook {
  private static final String DAYS =
      """
      SELECT (finished_at AT TIME ZONE $4)::date AS day, count(*)::int AS jobs,
        (count(*) FILTER (WHERE state = 'COMPLETED'))::int AS completed,
        (count(*) FILTER (WHERE state = 'FAILED'))::int AS failed,
        (count(*) FILTER (WHERE state = 'CANCELLED'))::int AS cancelled,
        sum(video_seconds) AS video_seconds, sum(render_seconds) AS render_seconds,
        sum(segments)::int AS segments, sum(reused_segments)::int AS reused_segments,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY wall_seconds)
          FILTER (WHERE state = 'COMPLETED') AS median
      FROM job_usage
      WHERE ($1::text IS NULL OR tenant = $1) AND finished_at >= $2 AND finished_at < $3
      GROUP BY 1""";

  private final Database database;

  DayBook(Database database) {
    this.database = database;
  }

  /** All days of the span, as that zone counts them. */
  Future<Trends> trends(Span span, ZoneId zone) {
    return database
        .reader()
        .preparedQuery(DAYS)
        .execute(span.tuple().addString(zone.getId()))
        .map(
            rows -> {
              Map<LocalDate, Trends.Day> known = new HashMap<>();
              rows.forEach(row -> known.put(row.getLocalDate("day"), day(row)));
              List<Trends.Day> days = new ArrayList<>();
              LocalDate last = span.to().minusNanos(1).atZone(zone).toLocalDate();
              for (LocalDate day = span.from().atZone(zone).toLocalDate();
                  !day.isAfter(last);
                  day = day.plusDays(1)) {
                days.add(known.getOrDefault(day, empty(day)));
              }
              return new Trends(days);
            });
  }

  private static Trends.Day day(Row row) {
    int completed = row.getInteger("completed");
    int failed = row.getInteger("failed");
    return new Trends.Day(
        row.getLocalDate("day").toString(),
        row.getInteger("jobs"),
        completed,
        failed,
        row.getInteger("cancelled"),
        Insights.rate(completed, failed),
        row.getDouble("video_seconds"),
        row.getDouble("render_seconds"),
        row.getInteger("segments"),
        row.getInteger("reused_segments"),
        row.getDouble("median"));
  }

  private static Trends.Day empty(LocalDate day) {
    return new Trends.Day(day.toString(), 0, 0, 0, 0, null, 0, 0, 0, 0, null);
  }
}
