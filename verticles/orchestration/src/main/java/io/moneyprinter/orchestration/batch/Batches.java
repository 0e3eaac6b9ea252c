package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.orchestration.run.Pulse;
import io.moneyprinter.orchestration.run.QuotaCheck;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The components of batches, wired together. Has to be made on the service's event loop. */
public final class Batches {
  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

  private static final Duration LEASE = Duration.ofSeconds(30);

  private final BatchDesk desk;
  private final BatchViews views;
  private final BatchControl control;
  private final Pulse feeding;

  public Batches(BatchConfig config, Database database, Vertx vertx) {
    BatchStore store = new BatchStore();
    FeedStore feed = new FeedStore(database.writer());
    BatchFeeder feeder =
        new BatchFeeder(
            new FeedLeases(database.writer(), LEASE),
            feed,
            new RowOrders(vertx.eventBus(), feed),
            new JobWishes(vertx.eventBus(), database.writer(), feed, store),
            new BatchEnds(vertx.eventBus()));
    feeding = new Pulse(vertx, "order rows of batches", config.feed(), feeder::pass);
    views = new BatchViews(database, new BatchViewStore());
    desk =
        new BatchDesk(
            vertx,
            database,
            new BatchReader(config, new SecureRandom()),
            store,
            views,
            new QuotaCheck(vertx.eventBus()),
            feeding::wake);
    control = new BatchControl(database, store, views, feeding::wake);
    if (!vertx.isClustered()) {
      feeder
          .takeOver()
          .onFailure(
              cause -> LOG.warn("Batches of a node that died go on later: {}", cause.getMessage()));
    }
  }

  public BatchDesk desk() {
    return desk;
  }

  public void serve(ServiceScope scope) {
    scope.serve(BatchMessages.CREATE, desk::create);
    scope.serve(BatchMessages.CHECK, desk::show);
    scope.serve(BatchMessages.GET, views::get);
    scope.serve(BatchMessages.LIST, views::list);
    scope.serve(BatchMessages.ROWS, views::rows);
    scope.serve(BatchMessages.PAUSE, control::pause);
    scope.serve(BatchMessages.RESUME, control::resume);
    scope.serve(BatchMessages.CANCEL, control::cancel);
    scope.serve(BatchMessages.RETRY, control::retry);
    scope.listen(OrchestrationMessages.JOB_EVENTS, this::heard);
  }

  /** When a video is at its end, another one may be ordered. */
  private void heard(JobEvent event) {
    if (event.state().terminal()) {
      feeding.wake();
    }
  }

  /** Orders nothing more; done when what is under way is. */
  public Future<?> close() {
    return feeding.close();
  }
}
