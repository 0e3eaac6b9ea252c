package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.departures.DepartureLog;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import java.util.function.Supplier;

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
        .map(
            database -> {
              serve(scope, database);
              Takeaway.serve(scope, database);
              DepartureLog.follow(scope, database, new Farewell(database)::forget);
              return database;
            });
  }

  private void serve(ServiceScope scope, Database database) {
    Supplier<String> tenant = () -> CallContext.currentOrSystem().tenant();
    UsageReports reports = new UsageReports(new UsageBook(database), config.longestSpan(), tenant);
    InsightReports insights = new InsightReports(database, config.longestSpan(), tenant);
    scope.serve(AnalyticsMessages.RECORD, reports::record);
    scope.serve(AnalyticsMessages.SUMMARIZE, reports::summarize);
    scope.serve(AnalyticsMessages.FUNNEL, insights::funnel);
    scope.serve(AnalyticsMessages.DURATIONS, insights::durations);
    scope.serve(AnalyticsMessages.SUCCESS, insights::success);
    scope.serve(AnalyticsMessages.TRENDS, insights::trends);
  }
}
