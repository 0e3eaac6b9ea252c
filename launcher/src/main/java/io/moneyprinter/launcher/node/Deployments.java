package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.monitoring.RoleInstances;
import io.moneyprinter.config.outside.NodeSettings;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.monitoring.agent.RoleDesk;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of a node: started together, stopped in the order that loses nothing, and deployed
 * more or less often while the node runs.
 */
final class Deployments implements RoleDesk {
  private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

  private static final long ANSWER_MILLIS = 500;

  private final Node node;
  private final NodeSettings settings;
  private final ServiceNames names;
  private final InstanceRules rules;
  private final Map<String, Deque<String>> ids = new ConcurrentHashMap<>();
  private final Map<String, NodeConfig> configs = new ConcurrentHashMap<>();

  /**
   * @param settings those that the node was started with
   * @param names is told which deployment is of which service
   */
  Deployments(Node node, NodeSettings settings, ServiceNames names) {
    this.node = node;
    this.settings = settings;
    this.names = names;
    this.rules = new InstanceRules(node.discovery());
  }

  /**
   * Starts the services; the gateway opens its port when the others are up.
   *
   * @param entered asks for the configuration with what was entered while nodes ran; it is asked
   *     when the service that keeps it is up, and holds for those that call outside services
   */
  Future<Void> start(Set<String> roles, NodeConfig config, Supplier<Future<NodeConfig>> entered) {
    Services.all().forEach(role -> configs.put(role, config));
    Set<String> inner = new LinkedHashSet<>(roles);
    boolean gateway = inner.remove(Services.GATEWAY);
    List<String> callers = inner.stream().filter(Services.CALLERS::contains).toList();
    inner.removeAll(callers);
    Future<?> keeper =
        inner.remove(Services.CONFIG) ? start(Services.CONFIG) : Future.succeededFuture(config);
    List<Future<?>> starts = new ArrayList<>();
    inner.forEach(role -> starts.add(start(role)));
    starts.add(keeper.compose(up -> entered.get()).compose(whole -> start(callers, whole)));
    Future<?> up = Future.join(starts);
    return (gateway
            ? up.compose(ready -> start(Services.GATEWAY).onSuccess(open -> widen(config)))
            : up)
        .mapEmpty();
  }

  /** The port is open; that more share its connections need not be waited for. */
  private void widen(NodeConfig config) {
    int wanted = config.gateway().instancesOn(config.workers().coresToUse());
    approach(Services.GATEWAY, wanted)
        .onFailure(cause -> LOG.warn("The gateway has fewer than {} instances", wanted, cause));
  }

  private Future<?> start(List<String> roles, NodeConfig config) {
    Services.CALLERS.forEach(role -> configs.put(role, config));
    return Future.join(roles.stream().map(this::start).toList());
  }

  /** Starts a service anew; what it is working on is handed back and gone on with. */
  Future<Void> restart(String role, NodeConfig config) {
    int instances = count(role);
    configs.put(role, config);
    return stop(List.of(role)).compose(stopped -> approach(role, instances)).mapEmpty();
  }

  private Future<String> start(String role) {
    long begun = System.nanoTime();
    return node.vertx()
        .deployVerticle(named(role))
        .onSuccess(
            id -> {
              LOG.debug("{} is up after {} ms", role, (System.nanoTime() - begun) / 1_000_000);
              ids.computeIfAbsent(role, missing -> new ConcurrentLinkedDeque<>()).addLast(id);
            });
  }

  /** What a service sends while it starts is to be known as its own already. */
  private Deployable named(String role) {
    Deployable service = Services.make(role, configs.get(role), node, settings);
    return new Deployable() {
      @Override
      public Future<?> deploy(Context context) throws Exception {
        names.put(context.deploymentID(), role);
        return service.deploy(context);
      }

      @Override
      public Future<?> undeploy(Context context) throws Exception {
        return service.undeploy(context).onComplete(done -> names.remove(context.deploymentID()));
      }
    };
  }

  /**
   * First nobody new comes in; then the workers finish or hand back their leases, which needs the
   * orchestration; then the rest.
   */
  Future<Void> stop() {
    return stop(List.of(Services.GATEWAY))
        .eventually(() -> stop(Services.WORKERS))
        .eventually(() -> stop(Services.all()));
  }

  private Future<Void> stop(Collection<String> roles) {
    return Future.join(
            roles.stream()
                .map(ids::remove)
                .filter(own -> own != null)
                .flatMap(Collection::stream)
                .map(node.vertx()::undeploy)
                .toList())
        .mapEmpty();
  }

  @Override
  public List<RoleInstances> roles() {
    return running().stream().map(role -> new RoleInstances(role, count(role))).toList();
  }

  private List<String> running() {
    return Services.all().stream().filter(role -> count(role) > 0).toList();
  }

  private int count(String role) {
    Deque<String> own = ids.get(role);
    return own == null ? 0 : own.size();
  }

  @Override
  public Future<RoleInstances> set(String role, int instances) {
    return rules
        .allowed(role, instances, running())
        .compose(
            fine ->
                role.equals(Services.GATEWAY) && instances < count(role)
                    ? afterTheAnswer(role, instances)
                    : approach(role, instances));
  }

  /** A gateway that goes waits for requests under way, and this very one may go through it. */
  private Future<RoleInstances> afterTheAnswer(String role, int instances) {
    node.vertx()
        .setTimer(
            ANSWER_MILLIS,
            due ->
                approach(role, instances)
                    .onFailure(cause -> LOG.warn("A {} did not stop in order", role, cause)));
    return Future.succeededFuture(new RoleInstances(role, instances));
  }

  private Future<RoleInstances> approach(String role, int wanted) {
    int now = count(role);
    if (now == wanted) {
      return Future.succeededFuture(new RoleInstances(role, now));
    }
    Future<?> step = now < wanted ? start(role) : node.vertx().undeploy(ids.get(role).removeLast());
    LOG.info("{}: {} instances, {} are wanted", role, now, wanted);
    return step.compose(done -> approach(role, wanted));
  }
}
