package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;

/** The service that knows what was used: one row a finished job. */
public final class AnalyticsVerticle extends ServiceVerticle {
  private final AnalyticsConfig config;

  public AnalyticsVerticle(AnalyticsConfig config, Node node) {
    super("analytics", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return scope
        .database()
        .map(UsageBook::new)
        .map(
            book -> {
              serve(scope, book);
              return book;
            });
  }

  private void serve(ServiceScope scope, UsageBook book) {
    UsageReports reports =
        new UsageReports(book, config.longestSpan(), () -> CallContext.currentOrSystem().tenant());
    scope.serve(AnalyticsMessages.RECORD, reports::record);
    scope.serve(AnalyticsMessages.SUMMARIZE, reports::summarize);
  }
}
