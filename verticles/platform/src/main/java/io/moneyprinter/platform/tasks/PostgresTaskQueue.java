package io.moneyprinter.platform.tasks;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of an installation without a broker: PostgreSQL carries the tickets. {@code FOR UPDATE
 * SKIP LOCKED} lets many nodes take at once; {@code NOTIFY} wakes them at once, and a slow poll
 * makes up for a notification that went astray and finds tickets whose time has come.
 */
public final class PostgresTaskQueue implements TaskQueue {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresTaskQueue.class);
  private static final String CHANNEL = "tickets";
  private static final long POLL_MILLIS = 1_000;

  private static final String PUT =
      "INSERT INTO ticket (queue, id, priority, not_before) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT (queue, id) DO UPDATE"
          + " SET not_before = least(ticket.not_before, excluded.not_before)";

  private static final String TAKE =
      "DELETE FROM ticket WHERE seq IN ("
          + "SELECT seq FROM ticket WHERE queue = $1 AND not_before <= now()"
          + " ORDER BY priority DESC, seq LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id";

  private final Vertx vertx;
  private final Database database;
  private final PgSubscriber subscriber;
  private final Map<String, List<QueueConsumer>> consumers = new ConcurrentHashMap<>();
  private final long poll;

  private PostgresTaskQueue(Vertx vertx, Database database, PgSubscriber subscriber) {
    this.vertx = vertx;
    this.database = database;
    this.subscriber = subscriber;
    this.poll = vertx.setPeriodic(POLL_MILLIS, tick -> wakeAll());
  }

  /** Opens the queue over the database made for it. */
  public static Future<TaskQueue> open(Vertx vertx, Database database) {
    PgSubscriber subscriber = PgSubscriber.subscriber(vertx, database.options());
    subscriber.reconnectPolicy(retries -> Math.min(5_000L, 100L << Math.min(retries, 6)));
    PostgresTaskQueue queue = new PostgresTaskQueue(vertx, database, subscriber);
    subscriber.channel(CHANNEL).handler(queue::wake);
    return subscriber.connect().map(queue);
  }

  @Override
  public Future<Void> put(List<Ticket> tickets) {
    if (tickets.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Tuple> rows = new ArrayList<>();
    for (Ticket ticket : tickets) {
      OffsetDateTime from =
          ticket.notBefore() == null
              ? OffsetDateTime.now(ZoneOffset.UTC)
              : ticket.notBefore().atOffset(ZoneOffset.UTC);
      rows.add(Tuple.of(ticket.queue(), ticket.id(), ticket.priority(), from));
    }
    List<Tuple> wakes =
        tickets.stream().map(Ticket::queue).distinct().map(q -> Tuple.of(CHANNEL, q)).toList();
    return database
        .writer()
        .withTransaction(
            connection ->
                connection
                    .preparedQuery(PUT)
                    .executeBatch(rows)
                    .compose(
                        put ->
                            connection
                                .preparedQuery("SELECT pg_notify($1, $2)")
                                .executeBatch(wakes)))
        .mapEmpty();
  }

  @Override
  public Future<Consumer> take(String queue, int slots, Function<String, Future<Void>> handler) {
    QueueConsumer consumer = new QueueConsumer(queue, slots, handler, free -> taken(queue, free));
    consumers.computeIfAbsent(queue, q -> new CopyOnWriteArrayList<>()).add(consumer);
    consumer.wake();
    return Future.succeededFuture(consumer);
  }

  private Future<List<String>> taken(String queue, int free) {
    return database
        .writer()
        .preparedQuery(TAKE)
        .execute(Tuple.of(queue, free))
        .map(
            rows -> {
              List<String> ids = new ArrayList<>();
              rows.forEach(row -> ids.add(row.getString(0)));
              return ids;
            })
        .onFailure(cause -> LOG.warn("No tickets could be taken from {}", queue, cause));
  }

  private void wake(String queue) {
    consumers.getOrDefault(queue, List.of()).forEach(QueueConsumer::wake);
  }

  private void wakeAll() {
    consumers.values().forEach(list -> list.forEach(QueueConsumer::wake));
  }

  @Override
  public Future<?> ping() {
    return database.ping();
  }

  @Override
  public Future<Void> close() {
    vertx.cancelTimer(poll);
    consumers.values().forEach(list -> list.forEach(QueueConsumer::stop));
    return subscriber.close().eventually(database::close);
  }
}
