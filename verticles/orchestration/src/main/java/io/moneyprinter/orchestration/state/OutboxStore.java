package io.moneyprinter.orchestration.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events of jobs, and what has still to be told to whom. */
public final class OutboxStore {
  /** Who is told. */
  public enum Target {
    /** The notification service, of every event. */
    EVENTS,
    /** Consumers outside, of every event, where a broker carries it to them. */
    OUTSIDE,
    /** The analytics service, of what a job used that came to an end. */
    USAGE
  }

  private static final String RECORD =
      "INSERT INTO job_event (job_id, sequence, tenant, at, event)"
          + " VALUES ($1, $2, $3, $4, $5::text::jsonb)";

  private static final String OWE =
      "INSERT INTO outbox (job_id, tenant, correlation_id, target, sequence)"
          + " VALUES ($1, $2, $3, $4, $5)";

  private static final String TAKE =
      "UPDATE outbox SET due = now() + $2 * interval '1 millisecond' WHERE id IN ("
          + "SELECT o.id FROM outbox o WHERE o.due <= now() AND NOT EXISTS ("
          + "SELECT 1 FROM outbox e"
          + " WHERE e.job_id = o.job_id AND e.target = o.target AND e.id < o.id)"
          + " ORDER BY o.id LIMIT $1 FOR UPDATE SKIP LOCKED)"
          + " RETURNING job_id, tenant, correlation_id, target, attempts";

  private static final String CONTENTS =
      "SELECT o.id, o.attempts, e.event::text AS event FROM outbox o"
          + " JOIN job_event e ON e.job_id = o.job_id AND e.sequence = o.sequence"
          + " WHERE o.job_id = $1 AND o.target = $2 ORDER BY o.id LIMIT $3";

  /** What one job has to tell one target, taken for delivery by this node alone. */
  public record Lane(
      UUID jobId, String tenant, String correlationId, Target target, int attempts) {}

  /** An event to deliver. */
  public record Owed(long id, int attempts, JobEvent event) {}

  private final boolean outside;

  /**
   * @param outside whether there is a broker to tell consumers outside
   */
  public OutboxStore(boolean outside) {
    this.outside = outside;
  }

  Future<?> record(SqlClient client, JobChange change) {
    if (change.events().isEmpty()) {
      return Future.succeededFuture();
    }
    JobRow job = change.job();
    List<Tuple> events = new ArrayList<>();
    List<Tuple> owed = new ArrayList<>();
    for (JobEvent event : change.events()) {
      events.add(
          Tuple.of(
              job.id(), event.sequence(), job.tenant(), Times.stored(event.at()), json(event)));
      owed.add(owed(job, Target.EVENTS, event.sequence()));
      if (outside) {
        owed.add(owed(job, Target.OUTSIDE, event.sequence()));
      }
    }
    if (change.ended()) {
      owed.add(owed(job, Target.USAGE, job.sequence()));
    }
    return Future.all(
        client.preparedQuery(RECORD).executeBatch(events),
        client.preparedQuery(OWE).executeBatch(owed));
  }

  private static Tuple owed(JobRow job, Target target, long sequence) {
    return Tuple.of(job.id(), job.tenant(), job.correlationId(), target.name(), sequence);
  }

  /** Takes lanes that are due; nobody else takes them for the time of {@code lease}. */
  public Future<List<Lane>> take(SqlClient client, int limit, Duration lease) {
    return client
        .preparedQuery(TAKE)
        .execute(Tuple.of(limit, lease.toMillis()))
        .map(
            rows -> {
              List<Lane> lanes = new ArrayList<>();
              rows.forEach(row -> lanes.add(lane(row)));
              return lanes;
            });
  }

  private static Lane lane(Row row) {
    return new Lane(
        row.getUUID("job_id"),
        row.getString("tenant"),
        row.getString("correlation_id"),
        Target.valueOf(row.getString("target")),
        row.getInteger("attempts"));
  }

  /** Ends all leases on lanes and all pauses. */
  public Future<Void> allDue(SqlClient client) {
    return client.query("UPDATE outbox SET due = now() WHERE due > now()").execute().mapEmpty();
  }

  /** What stands first in a lane, in order. */
  public Future<List<Owed>> contents(SqlClient client, Lane lane, int limit) {
    return client
        .preparedQuery(CONTENTS)
        .execute(Tuple.of(lane.jobId(), lane.target().name(), limit))
        .map(
            rows -> {
              List<Owed> owed = new ArrayList<>();
              rows.forEach(
                  row ->
                      owed.add(
                          new Owed(
                              row.getLong("id"),
                              row.getInteger("attempts"),
                              event(row.getString("event")))));
              return owed;
            });
  }

  public Future<Void> delivered(SqlClient client, List<Owed> owed) {
    return client
        .preparedQuery("DELETE FROM outbox WHERE id = ANY($1)")
        .execute(Tuple.of(ids(owed)))
        .mapEmpty();
  }

  public Future<Void> later(SqlClient client, List<Owed> owed, Duration pause) {
    return client
        .preparedQuery(
            "UPDATE outbox SET attempts = attempts + 1,"
                + " due = now() + $2 * interval '1 millisecond' WHERE id = ANY($1)")
        .execute(Tuple.of(ids(owed), pause.toMillis()))
        .mapEmpty();
  }

  private static Long[] ids(List<Owed> owed) {
    return owed.stream().map(Owed::id).toArray(Long[]::new);
  }

  private static String json(JobEvent event) {
    try {
      return RecordJson.wire().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event is always JSON", e);
    }
  }

  private static JobEvent event(String json) {
    try {
      return RecordJson.wire().readValue(json, JobEvent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event that was stored does not read: " + json, e);
    }
  }
}
