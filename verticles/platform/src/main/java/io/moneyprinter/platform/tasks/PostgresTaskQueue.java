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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The queue of an installation without a broker: PostgreSQL carries the tickets. {@code FOR UPDATE
 * SKIP LOCKED} lets many nodes take at once; {@code NOTIFY} wakes them at once, and a slow poll
 * makes up for a notification that went astray and finds tickets whose time has come.
 */
public final class PostgresTaskQueue implements TaskQueue {
  private static final String CHANNEL = "tickets";
  private static final String DEAD_LETTERS = "dead-letters";
  private static final long POLL_MILLIS = 1_000;

  private static final String PUT =
      "INSERT INTO ticket (queue, id, priority, not_before) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT (queue, id) DO UPDATE SET token = NULL, priority = excluded.priority,"
          + " not_before = CASE WHEN ticket.token IS NULL"
          + " THEN least(ticket.not_before, excluded.not_before) ELSE excluded.not_before END";

  private static final String DEPTHS =
      "SELECT queue, count(*) AS depth FROM ticket WHERE token IS NULL GROUP BY queue"
          + " UNION ALL SELECT '"
          + DEAD_LETTERS
          + "', count(*) FROM dead_letter";

  private final Vertx vertx;
  private final Database database;
  private final PgSubscriber subscriber;
  private final PostgresDeliveries deliveries;
  private final DeadLetters deadLetters;
  private final Map<String, List<QueueConsumer>> consumers = new ConcurrentHashMap<>();
  private final long poll;

  private PostgresTaskQueue(
      Vertx vertx, Database database, PgSubscriber subscriber, QueueLimits limits) {
    this.vertx = vertx;
    this.database = database;
    this.subscriber = subscriber;
    this.deliveries = new PostgresDeliveries(database, limits);
    this.deadLetters = new PostgresDeadLetters(database);
    this.poll = vertx.setPeriodic(POLL_MILLIS, tick -> wakeAll());
  }

  /** Opens the queue over the database made for it. */
  public static Future<TaskQueue> open(Vertx vertx, Database database, QueueLimits limits) {
    PgSubscriber subscriber = PgSubscriber.subscriber(vertx, database.options());
    subscriber.reconnectPolicy(retries -> Math.min(5_000L, 100L << Math.min(retries, 6)));
    PostgresTaskQueue queue = new PostgresTaskQueue(vertx, database, subscriber, limits);
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
    QueueConsumer consumer =
        new QueueConsumer(queue, slots, handler, free -> deliveries.take(queue, free));
    consumers.computeIfAbsent(queue, q -> new CopyOnWriteArrayList<>()).add(consumer);
    consumer.wake();
    return Future.succeededFuture(consumer);
  }

  @Override
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  @Override
  public Future<Map<String, Long>> depths() {
    return database
        .writer()
        .query(DEPTHS)
        .execute()
        .map(
            rows -> {
              Map<String, Long> depths = new TreeMap<>();
              rows.forEach(row -> depths.put(row.getString(0), row.getLong(1)));
              return depths;
            });
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
