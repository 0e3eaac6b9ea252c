package io.moneyprinter.monitoring.agent;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.monitoring.LoadSample;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeGone;
import io.moneyprinter.codecs.monitoring.NodeLoad;
import io.moneyprinter.codecs.monitoring.SampleList;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.traffic.BusTraffic;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the cluster how this node is, each second while somebody looks and with every sample when
 * nobody does; and answers what is asked of this very node.
 */
public final class NodeAgent {
  private static final Logger LOG = LoggerFactory.getLogger(NodeAgent.class);
  private static final long TICK_MILLIS = 1_000;

  /** For how long a look counts; those who look say so more often. */
  private static final Duration LOOK = Duration.ofSeconds(12);

  private final Node node;
  private final RoleChanges roles;
  private final NodeDrain drain;
  private final BusTraffic traffic;
  private final Machine machine;
  private final Sampler sampler;
  private final HealthLog health = new HealthLog();
  private final NodeViews views;
  private final List<MessageConsumer<?>> consumers = new ArrayList<>();
  private volatile Instant watchedUntil = Instant.MIN;
  private volatile boolean closed;
  private long timer;

  public NodeAgent(Node node, NodeIdentity identity, BusTraffic traffic, RoleDesk roles) {
    this.node = node;
    this.roles = new RoleChanges(node, roles);
    this.drain = new NodeDrain(node);
    this.traffic = traffic;
    this.machine = new Machine(node.data().root());
    this.sampler = new Sampler(node.meters(), traffic, Instant.now());
    this.views = new NodeViews(node, identity, roles, health, machine);
  }

  /** Begins; done when this node can be asked. */
  public Future<?> start() {
    String id = node.info().id();
    serve(MonitoringMessages.inspect(id), wish -> views.detail());
    serve(MonitoringMessages.drain(id), wish -> drain.begin());
    serve(MonitoringMessages.instances(id), roles::set);
    serve(
        MonitoringMessages.samples(id),
        wish -> Future.succeededFuture(new SampleList(sampler.ring().all())));
    consumers.add(
        MonitoringMessages.LOOKS.subscribe(
            node.vertx().eventBus(), look -> watchedUntil = Instant.now().plus(LOOK)));
    timer = node.vertx().setPeriodic(0, TICK_MILLIS, tick -> tick());
    return Future.all(consumers.stream().map(MessageConsumer::completion).toList());
  }

  private <Q extends Record, R extends Record> void serve(
      Endpoint<Q, R> endpoint, Function<Q, Future<R>> handler) {
    consumers.add(endpoint.serve(node.vertx().eventBus(), handler));
  }

  private void tick() {
    node.pools()
        .run(Pool.MEDIA, machine::load)
        .onSuccess(this::look)
        .onFailure(cause -> LOG.warn("The node's load could not be read", cause));
  }

  private void look(NodeLoad load) {
    if (closed) {
      return;
    }
    Instant now = Instant.now();
    boolean sampled = sampler.tick(now, load.cpu());
    views.ways(traffic.tick());
    if (sampled || views.first()) {
      node.health().report().onSuccess(health::note);
    }
    if (sampled || views.first() || now.isBefore(watchedUntil)) {
      LoadSample newest = sampler.ring().newest();
      MonitoringMessages.BEATS.publish(node.vertx().eventBus(), views.beat(load, newest, now));
    }
  }

  /** Says good-bye, so that nobody waits for the next sign of life. */
  public Future<?> close() {
    closed = true;
    node.vertx().cancelTimer(timer);
    MonitoringMessages.GONE.publish(node.vertx().eventBus(), new NodeGone(node.info().id(), true));
    return Future.join(consumers.stream().map(MessageConsumer::unregister).toList());
  }
}
