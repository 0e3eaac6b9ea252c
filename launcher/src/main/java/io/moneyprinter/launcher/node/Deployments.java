package io.moneyprinter.launcher.node;

import io.moneyprinter.config.outside.NodeSettings;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of a node, started together and stopped in the order that loses nothing. */
final class Deployments {
  private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

  private final Node node;
  private final NodeSettings settings;
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  Deployments(Node node, NodeSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  /**
   * Starts the services; the gateway opens its port when the others are up.
   *
   * @param entered asks for the configuration with what was entered while nodes ran; it is asked
   *     when the service that keeps it is up, and holds for those that call outside services
   */
  Future<Void> start(Set<String> roles, NodeConfig config, Supplier<Future<NodeConfig>> entered) {
    Set<String> inner = new LinkedHashSet<>(roles);
    boolean gateway = inner.remove(Services.GATEWAY);
    List<String> callers = inner.stream().filter(Services.CALLERS::contains).toList();
    inner.removeAll(callers);
    Future<?> keeper =
        inner.remove(Services.CONFIG)
            ? start(Services.CONFIG, config)
            : Future.succeededFuture(config);
    List<Future<?>> starts = new ArrayList<>();
    inner.forEach(role -> starts.add(start(role, config)));
    starts.add(
        keeper
            .compose(up -> entered.get())
            .compose(
                whole -> Future.join(callers.stream().map(role -> start(role, whole)).toList())));
    Future<?> up = Future.join(starts);
    return (gateway ? up.compose(ready -> start(Services.GATEWAY, config)) : up).mapEmpty();
  }

  /** Starts a service anew; what it is working on is handed back and gone on with. */
  Future<Void> restart(String role, NodeConfig config) {
    return stop(List.of(role)).compose(stopped -> start(role, config)).mapEmpty();
  }

  private Future<String> start(String role, NodeConfig config) {
    long begun = System.nanoTime();
    return node.vertx()
        .deployVerticle(Services.make(role, config, node, settings))
        .onSuccess(
            id -> {
              LOG.debug("{} is up after {} ms", role, (System.nanoTime() - begun) / 1_000_000);
              ids.put(role, id);
            });
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
                .filter(id -> id != null)
                .map(node.vertx()::undeploy)
                .toList())
        .mapEmpty();
  }
}
