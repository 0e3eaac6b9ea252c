package io.moneyprinter.monitoring.agent;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.monitoring.LoadSample;
import io.moneyprinter.codecs.monitoring.MessageFlow;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.NodeDetail;
import io.moneyprinter.codecs.monitoring.NodeLoad;
import io.moneyprinter.codecs.monitoring.NodeMachine;
import io.moneyprinter.codecs.monitoring.NodeState;
import io.moneyprinter.codecs.monitoring.RoleInstances;
import io.moneyprinter.codecs.video.Capabilities;
import io.moneyprinter.codecs.video.ListCapabilities;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.traffic.BusTraffic;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what the node says of itself. */
final class NodeViews {
  /** Flows that are told of with every sign of life. */
  private static final int MOST_FLOWS = 200;

  private static final long TRIAL_MILLIS = 500;

  private record Pair(String node, String from, String to) {}

  private final Node node;
  private final NodeIdentity identity;
  private final RoleDesk roles;
  private final HealthLog health;
  private final Machine machine;
  private final MeterViews meters;
  private volatile List<BusTraffic.Way> ways = List.of();
  private volatile NodeBeat latest;
  private volatile Future<Capabilities> tried;

  NodeViews(Node node, NodeIdentity identity, RoleDesk roles, HealthLog health, Machine machine) {
    this.node = node;
    this.identity = identity;
    this.roles = roles;
    this.health = health;
    this.machine = machine;
    this.meters = new MeterViews(node.meters(), node.pools());
  }

  void ways(List<BusTraffic.Way> now) {
    ways = now;
  }

  /** Whether nothing was said yet. */
  boolean first() {
    return latest == null;
  }

  NodeBeat beat(NodeLoad load, LoadSample newest, Instant now) {
    NodeInfo info = node.info();
    latest =
        new NodeBeat(
            info.id(),
            identity.name(),
            identity.address(),
            info.version(),
            identity.build().succeeded() ? identity.build().result() : null,
            info.environment(),
            info.startedAt(),
            now,
            state(),
            roles.roles(),
            load,
            health.health(),
            flows(),
            meters.breakers().stream().filter(each -> !each.state().equals("closed")).toList(),
            newest);
    return latest;
  }

  private NodeState state() {
    return switch (node.drain().state()) {
      case DRAINED -> NodeState.DRAINED;
      case DRAINING -> NodeState.DRAINING;
      case SERVING -> node.health().ready() ? NodeState.SERVING : NodeState.STARTING;
    };
  }

  private List<MessageFlow> flows() {
    Map<Pair, Double> sums = new LinkedHashMap<>();
    ways.forEach(
        way ->
            sums.merge(
                new Pair(way.fromNode(), way.fromService(), way.toService()),
                way.perSecond(),
                Double::sum));
    return sums.entrySet().stream()
        .sorted(Map.Entry.<Pair, Double>comparingByValue().reversed())
        .limit(MOST_FLOWS)
        .map(
            each ->
                new MessageFlow(
                    each.getKey().node(),
                    each.getKey().from(),
                    each.getKey().to(),
                    each.getValue()))
        .toList();
  }

  Future<NodeDetail> detail() {
    if (latest == null) {
      return Future.failedFuture(
          ServiceFailure.unavailable("The node has only just started: ask again in a second"));
    }
    Future<NodeMachine> own = node.pools().run(Pool.MEDIA, machine::describe);
    return Future.all(own, encoders())
        .map(
            all ->
                new NodeDetail(
                    latest,
                    all.resultAt(0),
                    health.checks(),
                    health.changes(),
                    meters.pools(),
                    meters.addresses(ways),
                    meters.breakers(),
                    all.resultAt(1)));
  }

  /**
   * Only a node that renders knows what it can encode with. Trying takes a while the first time;
   * nobody waits for it.
   */
  private Future<Capabilities> encoders() {
    boolean renders = roles.roles().stream().map(RoleInstances::role).anyMatch("video"::equals);
    if (!renders) {
      return Future.succeededFuture(null);
    }
    Future<Capabilities> known = tried;
    if (known == null || known.failed()) {
      known =
          VideoMessages.CAPABILITIES.askHere(
              node.vertx().eventBus(),
              new ListCapabilities(),
              CallContext.system(CallContext.LOCAL_TENANT));
      tried = known;
    }
    Promise<Capabilities> answer = Promise.promise();
    known.otherwiseEmpty().onSuccess(answer::tryComplete);
    node.vertx().setTimer(TRIAL_MILLIS, late -> answer.tryComplete(null));
    return answer.future();
  }
}
