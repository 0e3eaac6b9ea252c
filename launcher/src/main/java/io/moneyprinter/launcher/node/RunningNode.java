package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeGone;
import io.moneyprinter.launcher.Version;
import io.moneyprinter.launcher.settings.EngineMode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.monitoring.agent.Machine;
import io.moneyprinter.monitoring.agent.NodeAgent;
import io.moneyprinter.monitoring.agent.NodeIdentity;
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
import io.moneyprinter.platform.secrets.SecretManager;
import io.moneyprinter.platform.secrets.SecretWatch;
import io.moneyprinter.platform.tasks.ResourcePool;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.traffic.BusTraffic;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of the system, from nothing to serving and back. Start and stop are called from a
 * plain thread and block it.
 */
public final class RunningNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration SHARED_SCRATCH_LIFE = Duration.ofDays(1);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Installation installation;
  private final Set<String> roles;
  private final Deque<Runnable> closings = new ArrayDeque<>();
  private Cluster cluster;
  private Node node;
  private boolean closed;

  private RunningNode(Installation installation, Set<String> roles) {
    this.installation = installation;
    this.roles = roles;
  }

  /** Starts a node with the given roles; what was started is undone when something fails. */
  public static RunningNode start(Installation installation, Set<String> roles) {
    RunningNode running = new RunningNode(installation, roles);
    try {
      running.open();
      return running;
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
  }

  private void open() {
    NodeConfig config = installation.config();
    DataFolder data = new DataFolder(installation.data());
    Engines engines = Engines.start(config, data);
    closings.push(engines::close);
    // Our own PostgreSQL's lock says that nobody else works in this folder.
    boolean alone = config.database().mode() == EngineMode.EMBEDDED;
    data.sweepScratch(alone ? Duration.ZERO : SHARED_SCRATCH_LIFE);

    CallContext.prepare();
    NodeInfo info =
        new NodeInfo(
            UUID.randomUUID().toString(),
            Version.current().text(),
            installation.environment(),
            roles,
            Instant.now());
    Telemetry telemetry = Telemetry.open(config.monitoring(), info);
    closings.push(telemetry::close);
    Vertx vertx = vertx(config, info, telemetry, data);
    node = shared(config, data, engines, info, vertx, telemetry);
    watchSecrets(config);
    deploy(config);
    node.health().ready(true);
  }

  private void watchSecrets(NodeConfig config) {
    SecretManager secrets = installation.secrets();
    SecretWatch watch =
        SecretWatch.begin(
            node.vertx(),
            secrets,
            installation.references(),
            config.security().secrets().refresh());
    closings.push(watch::close);
    node.health().register("platform", "secrets", watch::check);
    secrets.opened().ifPresent(vault -> node.health().register("platform", "vault", vault::ping));
  }

  private Vertx vertx(NodeConfig config, NodeInfo info, Telemetry telemetry, DataFolder data) {
    VertxOptions options =
        new VertxOptions()
            .setMetricsOptions(telemetry.metricsOptions())
            .setEventBusOptions(BusTls.options(config.cluster(), installation.home()));
    options.getFileSystemOptions().setFileCacheDir(data.cache("vertx").toString());
    VertxBuilder builder =
        Vertx.builder()
            .with(options)
            .withMetrics(telemetry.metricsFactory())
            .withTracer(telemetry.tracerFactory());
    if (!config.cluster().enabled()) {
      Vertx vertx = builder.build();
      closings.push(() -> await(vertx.close(), STOP_LIMIT));
      return vertx;
    }
    cluster = new Cluster(config.cluster(), info);
    Vertx vertx =
        await(builder.withClusterManager(cluster.manager()).buildClustered(), START_LIMIT);
    closings.push(() -> await(vertx.close(), STOP_LIMIT));
    return vertx;
  }

  private Node shared(
      NodeConfig config,
      DataFolder data,
      Engines engines,
      NodeInfo info,
      Vertx vertx,
      Telemetry telemetry) {
    MessageCatalogue.all().registerOn(vertx.eventBus());
    Databases databases = new Databases(vertx, engines.database());
    RedisConnector redis = new RedisConnector(vertx, engines.redisUri());
    WorkerPools pools = new WorkerPools(vertx, config.workers().coresToUse());
    Queues queues = await(Queues.open(vertx, config.queue(), databases), START_LIMIT);
    TaskQueue queue = queues.tasks();
    closings.push(() -> await(queue.close(), STOP_LIMIT));
    await(queues.serve(vertx, telemetry.meters()), START_LIMIT);
    Discovery discovery = new Discovery(vertx, info);
    closings.push(discovery::close);
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
        BusTls.peers(config.cluster(), installation.home()));
  }

  /** All services but the gateway start at once; the gateway opens its port when they are up. */
  private void deploy(NodeConfig config) {
    StartedSettings settings = new StartedSettings(installation);
    ServiceNames names = new ServiceNames();
    Deployments deployments = new Deployments(node, settings, names);
    BusTraffic traffic = BusTraffic.watch(vertx().eventBus(), node.info().id(), names::of);
    NodeAgent agent = new NodeAgent(node, identity(config), traffic, deployments);
    EnteredLayer entered = new EnteredLayer(node, installation, deployments, roles);
    Duration leaving = STOP_LIMIT.plus(config.workers().drain());
    closings.push(() -> await(deployments.stop(), leaving));
    closings.push(() -> await(agent.close(), STOP_LIMIT));
    await(agent.start(), START_LIMIT);
    await(deployments.start(roles, config, entered::load), START_LIMIT);
    await(entered.watch(), START_LIMIT);
  }

  private NodeIdentity identity(NodeConfig config) {
    boolean alone = !config.cluster().enabled();
    String address = config.cluster().host() + ":" + config.cluster().port();
    return new NodeIdentity(
        config.name().orElseGet(() -> alone ? Machine.hostName() : address),
        alone ? null : address,
        BuildDigest.find(node.pools()));
  }

  public Node node() {
    return node;
  }

  public Vertx vertx() {
    return node.vertx();
  }

  /**
   * Stops in order: no new traffic, the gateway, the services (which hand back their leases), the
   * engines. Calling it twice does no harm.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    if (node != null) {
      node.health().ready(false);
    }
    while (true) {
      Runnable next = closings.poll();
      if (next == null) {
        return;
      }
      try {
        next.run();
      } catch (RuntimeException e) {
        LOG.warn("Something did not stop in order", e);
      }
    }
  }

  private static <T> T await(Future<T> future, Duration limit) {
    try {
      return future.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Not done within " + limit.toSeconds() + " s", e);
    }
  }
}
