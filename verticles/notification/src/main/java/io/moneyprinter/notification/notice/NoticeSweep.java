package io.moneyprinter.notification.notice;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what is old. Safe on any number of nodes. */
public final class NoticeSweep {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeSweep.class);

  /** Of one statement, so that it never holds many rows at once. */
  private static final String PORTION = " LIMIT 10000))";

  private static final List<String> OLD =
      List.of(
          "DELETE FROM notification WHERE ctid = ANY (ARRAY(SELECT ctid FROM notification"
              + " WHERE at < now() - $1 * interval '1 second'"
              + PORTION,
          "DELETE FROM incident WHERE ctid = ANY (ARRAY(SELECT ctid FROM incident"
              + " WHERE done_at < now() - $1 * interval '1 second'"
              + PORTION);

  private static final String OLD_MESSAGES =
      "DELETE FROM webhook_delivery WHERE ctid = ANY (ARRAY(SELECT ctid FROM webhook_delivery"
          + " WHERE state <> 'WAITING' AND created_at < now() - $1 * interval '1 second'"
          + PORTION;

  private final Vertx vertx;
  private final Database database;
  private final Duration keep;
  private final Duration keepMessages;
  private final Duration every;
  private long timer;

  public NoticeSweep(
      Vertx vertx, Database database, Duration keep, Duration keepMessages, Duration every) {
    this.vertx = vertx;
    this.database = database;
    this.keep = keep;
    this.keepMessages = keepMessages;
    this.every = every;
  }

  public void start() {
    timer = vertx.setPeriodic(every.toMillis(), tick -> sweep());
  }

  private void sweep() {
    Future<?> done = run(OLD_MESSAGES, keepMessages);
    for (String statement : OLD) {
      done = done.compose(before -> run(statement, keep));
    }
    done.onFailure(cause -> LOG.warn("Old notices were not removed: {}", cause.getMessage()));
  }

  private Future<?> run(String sql, Duration age) {
    return database.writer().preparedQuery(sql).execute(Tuple.of((double) age.toSeconds()));
  }

  public Future<Void> close() {
    vertx.cancelTimer(timer);
    return Future.succeededFuture();
  }
}
