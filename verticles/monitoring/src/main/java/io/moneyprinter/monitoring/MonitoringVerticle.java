package io.moneyprinter.monitoring;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.monitoring.agent.NodeDrain;
import io.moneyprinter.monitoring.cluster.ClusterDirectory;
import io.moneyprinter.monitoring.cluster.SeriesBook;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.BindException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service that shows operators how the node is doing, on a port of its own. */
public final class MonitoringVerticle extends ServiceVerticle {
  private static final Logger LOG = LoggerFactory.getLogger(MonitoringVerticle.class);

  private static final long SWEEP_MILLIS = 1_000;

  private final MonitoringConfig config;
  private final int wantedPort;
  private volatile int port;

  public MonitoringVerticle(MonitoringConfig config, Node node) {
    super("monitoring", node);
    this.config = config;
    this.wantedPort = config.portWith(node.info().roles());
  }

  /** Where the management port really is, once the service has started. */
  public int port() {
    return port;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Node node = scope.node();
    ManagementRoutes routes =
        new ManagementRoutes(
            new MetricsCollector(scope.vertx(), node.meters()),
            new HealthChecker(node),
            new NodeDrain(node));
    serveCluster(scope);
    HttpServer server =
        scope
            .vertx()
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(config.host())
                    .setPort(wantedPort)
                    .setTracingPolicy(TracingPolicy.IGNORE))
            .requestHandler(routes.router(scope.vertx()));
    scope.onClose(server::close);
    return server
        .listen()
        .onSuccess(this::listening)
        .recover(cause -> Future.failedFuture(explain(cause)));
  }

  /** What is known of all nodes: heard from their signs of life. */
  private static void serveCluster(ServiceScope scope) {
    InstantSource clock = InstantSource.system();
    SeriesBook series = new SeriesBook(scope.bus(), clock);
    ClusterDirectory directory =
        new ClusterDirectory(scope.vertx(), scope.node().info().id(), clock, series::fill);
    scope.listen(
        MonitoringMessages.BEATS,
        beat -> {
          directory.hear(beat);
          series.hear(beat);
        });
    scope.listen(MonitoringMessages.GONE, directory::hear);
    scope.serve(MonitoringMessages.SHOW_CLUSTER, wish -> directory.show());
    scope.serve(MonitoringMessages.SHOW_SERIES, series::show);
    long timer =
        scope
            .vertx()
            .setPeriodic(
                SWEEP_MILLIS,
                tick -> {
                  directory.sweep();
                  series.sweep();
                });
    scope.onClose(
        () -> {
          scope.vertx().cancelTimer(timer);
          return Future.succeededFuture();
        });
    directory.announce();
  }

  private void listening(HttpServer server) {
    port = server.actualPort();
    LOG.info("Metrics and health at http://{}:{}", config.host(), port);
  }

  private Throwable explain(Throwable cause) {
    return cause instanceof BindException
        ? new ServiceFailure(
            FailureCode.RESOURCE,
            "The management port "
                + config.host()
                + ":"
                + wantedPort
                + " cannot be opened ("
                + cause.getMessage()
                + "): set monitoring.port to a free one, or to 0 for any")
        : cause;
  }
}
