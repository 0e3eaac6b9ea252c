package io.moneyprinter.users;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away what is over: at the start and every hour. Ended sessions stay a month, so that their
 * owner's export and a theft can tell of them. Safe on any number of nodes.
 */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final List<String> OVER =
      List.of(
          "DELETE FROM sessions WHERE LEAST(expires_at, ended_at) < now() - interval '30 days'",
          "DELETE FROM registrations WHERE expires_at < now()",
          "DELETE FROM one_time_tokens WHERE expires_at < now() - interval '1 day'",
          "DELETE FROM open_id_attempts WHERE expires_at < now()",
          "DELETE FROM mail_outbox WHERE COALESCE(sent_at, given_up_at) < now() - interval '30 days'",
          "DELETE FROM video_uses WHERE at < now() - interval '400 days'");

  private final Vertx vertx;
  private final Database database;
  private long timer;

  Housekeeping(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.database = database;
  }

  void start() {
    timer = vertx.setPeriodic(PERIOD.toMillis(), tick -> clear());
    clear();
  }

  private void clear() {
    Future<?> done = Future.succeededFuture();
    for (String statement : OVER) {
      done = done.compose(before -> database.writer().query(statement).execute());
    }
    done.onFailure(cause -> LOG.warn("What is over could not be cleared away", cause));
  }

  Future<Void> close() {
    vertx.cancelTimer(timer);
    return Future.succeededFuture();
  }
}
