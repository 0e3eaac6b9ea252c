package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.launcher.Version;
import io.moneyprinter.launcher.settings.EngineMode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.monitoring.agent.Machine;
import io.moneyprinter.monitoring.agent.NodeAgent;
import io.moneyprinter.monitoring.agent.NodeIdentity;
import io.moneyprinter.monitoring.telemetry.Telemetry;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.secrets.SecretManager;
import io.moneyprinter.platform.secrets.SecretWatch;
import io.moneyprinter.platform.traffic.BusTraffic;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One process of the system, from nothing to serving and back. Start and stop are called from a
 * plain thread and block it.
 */
public final class RunningNode implements AutoCloseable {
  static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration SHARED_SCRATCH_LIFE = Duration.ofDays(1);
  static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Installation installation;
  private final Set<String> roles;
  private final Closings closings = new Closings();
  private volatile Node node;

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
    closings.add(engines::close);
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
    closings.add(telemetry::close);
    node =
        new NodeParts(config, installation.home(), closings).open(info, data, engines, telemetry);
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
    closings.add(watch::close);
    node.health().register("platform", "secrets", watch::check);
    secrets.opened().ifPresent(vault -> node.health().register("platform", "vault", vault::ping));
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
    closings.add(deployments::stop, leaving);
    closings.add(agent::close, STOP_LIMIT);
    Closings.await(agent.start(), START_LIMIT);
    Closings.await(deployments.start(roles, config, entered::load), START_LIMIT);
    Closings.await(entered.watch(), START_LIMIT);
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
    if (node != null) {
      node.health().ready(false);
    }
    closings.close();
  }
}
