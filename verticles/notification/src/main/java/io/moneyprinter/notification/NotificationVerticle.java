package io.moneyprinter.notification;

import io.micrometer.core.instrument.Counter;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;

/** The service that remembers what happened to jobs and tells it to those who come late. */
public final class NotificationVerticle extends ServiceVerticle {
  private final NotificationConfig config;

  public NotificationVerticle(NotificationConfig config, Node node) {
    super("notification", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Node node = scope.node();
    Counter failures =
        Counter.builder("moneyprinter.notification.cache.failures")
            .description("Calls to Redis that were not answered; PostgreSQL answered instead")
            .register(node.meters());
    RecentEvents recent =
        new RecentEvents(node.redis().api(), config.recentLife(), config.recentEvents(), failures);
    return scope
        .database()
        .map(EventStore::new)
        .map(
            store -> {
              serve(scope, store, recent);
              return store;
            });
  }

  private void serve(ServiceScope scope, EventStore store, RecentEvents recent) {
    EventHistory history =
        new EventHistory(store, recent, () -> CallContext.currentOrSystem().tenant());
    scope.serve(NotificationMessages.RECORD, history::record);
    scope.serve(NotificationMessages.REPLAY, history::replay);
    EventSweeper sweeper =
        new EventSweeper(scope.vertx(), store, config.keep(), config.sweepEvery());
    sweeper.start();
    scope.onClose(sweeper::close);
  }
}
