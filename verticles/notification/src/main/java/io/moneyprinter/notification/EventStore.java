package io.moneyprinter.notification;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;

/**
 * All events, in PostgreSQL: the truth about what happened. Read from the writing side, because
 * whoever replays has to see what was recorded a moment ago.
 */
final class EventStore {
  /** One statement for the whole batch; what is there already stays as it is. */
  private static final String RECORD =
      """
      INSERT INTO job_event
        (job_id, sequence, tenant, at, type, state, step, part, progress, message,
         node, reused, seconds_left)
      SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[],
        $6::text[], $7::text[], $8::integer[], $9::double precision[], $10::text[], $11::text[],
        $12::boolean[], $13::integer[])
      ON CONFLICT DO NOTHING""";

  private static final String LAST =
      "SELECT coalesce(max(sequence), 0) AS last FROM job_event WHERE job_id = $1 AND tenant = $2";

  private static final String REPLAY =
      """
      SELECT * FROM job_event WHERE job_id = $1 AND tenant = $2 AND sequence > $3
      ORDER BY sequence LIMIT $4""";

  /** Rows that one sweep removes at most, so that it never holds many at once. */
  static final int SWEEP_PORTION = 10_000;

  private static final String SWEEP =
      """
      DELETE FROM job_event WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM job_event WHERE at < $1 LIMIT $2))""";

  private final Database database;

  EventStore(Database database) {
    this.database = database;
  }

  /** Stores what is not known yet; answers how many that were. */
  Future<Integer> record(List<JobEvent> events) {
    Columns columns = new Columns(events);
    return run(
            RECORD,
            Tuple.tuple()
                .addValue(columns.of(JobEvent::jobId, String[]::new))
                .addValue(columns.of(JobEvent::sequence, Long[]::new))
                .addValue(columns.of(JobEvent::tenant, String[]::new))
                .addValue(
                    columns.of(event -> event.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addValue(columns.of(event -> event.type().name(), String[]::new))
                .addValue(columns.of(event -> event.state().name(), String[]::new))
                .addValue(columns.of(JobEvent::step, String[]::new))
                .addValue(columns.of(JobEvent::part, Integer[]::new))
                .addValue(columns.of(JobEvent::progress, Double[]::new))
                .addValue(columns.of(EventStore::storable, String[]::new))
                .addValue(columns.of(JobEvent::node, String[]::new))
                .addValue(columns.of(JobEvent::reused, Boolean[]::new))
                .addValue(columns.of(JobEvent::secondsLeft, Integer[]::new)))
        .map(RowSet::rowCount);
  }

  /** The newest sequence number of a job; 0 when the tenant has no such job. */
  Future<Long> last(String jobId, String tenant) {
    return run(LAST, Tuple.of(jobId, tenant)).map(rows -> rows.iterator().next().getLong("last"));
  }

  /** Events after {@code after} in order, at most {@code limit}. */
  Future<List<JobEvent>> replay(String jobId, String tenant, long after, int limit) {
    return run(REPLAY, Tuple.of(jobId, tenant, after, limit))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(EventStore::event).toList());
  }

  /** Removes a portion of what is older than {@code age}; answers how many rows. */
  Future<Integer> sweep(Duration age) {
    return run(SWEEP, Tuple.of(Instant.now().minus(age).atOffset(ZoneOffset.UTC), SWEEP_PORTION))
        .map(RowSet::rowCount);
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  /** PostgreSQL keeps any character but NUL, and a message may quote what a program printed. */
  private static String storable(JobEvent event) {
    return event.message().replace("\0", "");
  }

  private static JobEvent event(Row row) {
    return new JobEvent(
        row.getString("job_id"),
        row.getString("tenant"),
        row.getLong("sequence"),
        row.getOffsetDateTime("at").toInstant(),
        JobEvent.Type.valueOf(row.getString("type")),
        JobState.valueOf(row.getString("state")),
        row.getString("step"),
        row.getInteger("part"),
        row.getDouble("progress"),
        row.getString("message"),
        row.getString("node"),
        row.getBoolean("reused"),
        row.getInteger("seconds_left"));
  }

  /** Rows turned on their side: one array a column. */
  private record Columns(List<JobEvent> events) {
    <T> T[] of(Function<JobEvent, T> field, IntFunction<T[]> array) {
      return events.stream().map(field).toArray(array);
    }
  }
}
