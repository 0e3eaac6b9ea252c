package io.moneyprinter.notification;

import io.micrometer.core.instrument.Counter;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.notification.notice.JobIncidents;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;

/** The components of the history of jobs, wired together. Holds no logic. */
final class JobHistory {
  private final ServiceScope scope;
  private final EventHistory history;
  private final EventSweeper sweeper;

  /**
   * @param failures counts calls to Redis that were not answered
   * @param tell when there may be something to tell people
   */
  JobHistory(
      ServiceScope scope,
      NotificationConfig config,
      Database database,
      Counter failures,
      JobIncidents incidents,
      Runnable tell) {
    this.scope = scope;
    EventStore store = new EventStore(database);
    RecentEvents recent =
        new RecentEvents(
            scope.node().redis().api(), config.recentLife(), config.recentEvents(), failures);
    history =
        new EventHistory(
            store, recent, incidents, tell, () -> CallContext.currentOrSystem().tenant());
    sweeper = new EventSweeper(scope.vertx(), store, config.keep(), config.sweepEvery());
  }

  void serve() {
    scope.serve(NotificationMessages.RECORD, history::record);
    scope.serve(NotificationMessages.REPLAY, history::replay);
    sweeper.start();
    scope.onClose(sweeper::close);
  }
}
