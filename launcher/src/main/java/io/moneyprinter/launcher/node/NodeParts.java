package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeGone;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.monitoring.telemetry.Telemetry;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.health.HealthRegistry;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.tasks.ResourcePool;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;

/**
 * Puts together what the services of a node share: Vert.x, in a cluster where that is wanted, the
 * databases, the queue and the rest. What is opened is added to the closings.
 */
final class NodeParts {
  private final NodeConfig config;
  private final Path home;
  private final Closings closings;
  private Cluster cluster;

  /**
   * @param home folder that relative paths of settings start from
   */
  NodeParts(NodeConfig config, Path home, Closings closings) {
    this.config = config;
    this.home = home;
    this.closings = closings;
  }

  /** Opens the parts, for a node of that identity. Blocking. */
  Node open(NodeInfo info, DataFolder data, Engines engines, Telemetry telemetry) {
    Vertx vertx = vertx(info, telemetry);
    MessageCatalogue.all().registerOn(vertx.eventBus());
    Databases databases = new Databases(vertx, engines.database());
    RedisConnector redis = new RedisConnector(vertx, engines.redisUri());
    WorkerPools pools = new WorkerPools(vertx, config.workers().coresToUse());
    Queues queues =
        Closings.await(Queues.open(vertx, config.queue(), databases), RunningNode.START_LIMIT);
    TaskQueue queue = queues.tasks();
    closings.add(queue::close, RunningNode.STOP_LIMIT);
    Closings.await(queues.serve(vertx, telemetry.meters()), RunningNode.START_LIMIT);
    Discovery discovery = new Discovery(vertx, info);
    closings.add(discovery::close);
    if (cluster != null) {
      cluster.watch(
          discovery,
          gone -> MonitoringMessages.GONE.publish(vertx.eventBus(), new NodeGone(gone, false)));
    }
    ResourcePool resources =
        ResourcePool.ofMachine(vertx, config.workers().slots(), config.workers().memory().needs());
    resources.meter(telemetry.meters());
    HealthRegistry health = new HealthRegistry(info.version());
    health.register("platform", "redis", redis::ping);
    health.register("platform", "queue", queue::ping);
    return new Node(
        info,
        vertx,
        data,
        databases,
        redis,
        pools,
        new Blobs(vertx, data),
        queue,
        queues.events(),
        resources,
        health,
        discovery,
        telemetry.meters(),
        new Drain(config.workers().drain()),
        BusTls.peers(config.cluster(), home));
  }

  private Vertx vertx(NodeInfo info, Telemetry telemetry) {
    VertxOptions options =
        new VertxOptions()
            .setMetricsOptions(telemetry.metricsOptions())
            .setEventBusOptions(BusTls.options(config.cluster(), home));
    // Nothing we send lies in the jar; looking there would leave a folder behind at a kill.
    options.getFileSystemOptions().setClassPathResolvingEnabled(false);
    VertxBuilder builder =
        Vertx.builder()
            .with(options)
            .withMetrics(telemetry.metricsFactory())
            .withTracer(telemetry.tracerFactory());
    if (!config.cluster().enabled()) {
      Vertx vertx = builder.build();
      closings.add(vertx::close, RunningNode.STOP_LIMIT);
      return vertx;
    }
    cluster = new Cluster(config.cluster(), info);
    Vertx vertx =
        Closings.await(
            builder.withClusterManager(cluster.manager()).buildClustered(),
            RunningNode.START_LIMIT);
    closings.add(vertx::close, RunningNode.STOP_LIMIT);
    return vertx;
  }
}
