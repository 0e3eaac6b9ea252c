package io.moneyprinter.platform.tasks;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes tickets out of the table and settles them: gone, again, or given up. */
final class PostgresDeliveries {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDeliveries.class);

  private static final String TAKE =
      "WITH next AS MATERIALIZED ("
          + "SELECT seq FROM ticket WHERE queue = $1 AND not_before <= now()"
          + " ORDER BY priority DESC, seq LIMIT $2 FOR UPDATE SKIP LOCKED)"
          + " UPDATE ticket t SET token = nextval('ticket_token'), deliveries = deliveries + 1,"
          + " not_before = now() + $3 * interval '1 millisecond'"
          + " FROM next WHERE t.seq = next.seq RETURNING t.id, t.token, t.deliveries";

  private static final String DONE =
      "DELETE FROM ticket WHERE queue = $1 AND id = $2 AND token = $3";

  private static final String PUT_MEANWHILE =
      "UPDATE ticket SET deliveries = 0 WHERE queue = $1 AND id = $2 AND token IS NULL";

  private static final String AGAIN =
      "UPDATE ticket SET token = NULL, not_before = now()"
          + " WHERE queue = $1 AND id = $2 AND token = $3";

  private static final String GIVE_UP =
      "WITH gone AS (DELETE FROM ticket WHERE queue = $1 AND id = $2 AND token = $3"
          + " RETURNING queue, id, priority)"
          + " INSERT INTO dead_letter (queue, ticket, priority, deliveries, reason)"
          + " SELECT queue, id, priority, $4, $5 FROM gone";

  private record Taken(String queue, String id, long token, int deliveries) {
    Tuple key() {
      return Tuple.of(queue, id, token);
    }
  }

  private final Database database;
  private final QueueLimits limits;

  PostgresDeliveries(Database database, QueueLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  Future<List<Delivery>> take(String queue, int free) {
    return database
        .writer()
        .preparedQuery(TAKE)
        .execute(Tuple.of(queue, free, limits.hold().toMillis()))
        .map(
            rows -> {
              List<Delivery> deliveries = new ArrayList<>();
              rows.forEach(row -> sort(taken(queue, row), deliveries));
              return deliveries;
            })
        .onFailure(cause -> LOG.warn("No tickets could be taken from {}", queue, cause));
  }

  private static Taken taken(String queue, Row row) {
    return new Taken(
        queue, row.getString("id"), row.getLong("token"), row.getInteger("deliveries"));
  }

  private void sort(Taken taken, List<Delivery> deliveries) {
    if (taken.deliveries() > limits.deliveries()) {
      told(taken, giveUp(taken, limits.unfinished()));
    } else {
      deliveries.add(new Delivery(taken.id(), cause -> told(taken, settle(taken, cause))));
    }
  }

  private Future<?> settle(Taken taken, Throwable cause) {
    if (cause == null) {
      return done(taken);
    }
    return taken.deliveries() < limits.deliveries()
        ? database.writer().preparedQuery(AGAIN).execute(taken.key())
        : giveUp(taken, limits.failed(cause));
  }

  /** A ticket put again while it was being handled stays; nothing is held against it. */
  private Future<?> done(Taken taken) {
    return database
        .writer()
        .preparedQuery(DONE)
        .execute(taken.key())
        .compose(
            gone ->
                gone.rowCount() > 0
                    ? Future.succeededFuture()
                    : database
                        .writer()
                        .preparedQuery(PUT_MEANWHILE)
                        .execute(Tuple.of(taken.queue(), taken.id())));
  }

  private Future<?> giveUp(Taken taken, String reason) {
    LOG.error("Ticket {} of {} is a dead letter: {}", taken.id(), taken.queue(), reason);
    return database
        .writer()
        .preparedQuery(GIVE_UP)
        .execute(Tuple.of(taken.queue(), taken.id(), taken.token(), limits.deliveries(), reason));
  }

  private void told(Taken taken, Future<?> settled) {
    settled.onFailure(
        cause ->
            LOG.warn(
                "Ticket {} of {} comes again after its hold: {}",
                taken.id(),
                taken.queue(),
                cause.getMessage()));
  }
}
