package io.moneyprinter.launcher.node;

import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of a node, started together and stopped in the order that loses nothing. */
final class Deployments {
  private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

  private final Node node;
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  Deployments(Node node) {
    this.node = node;
  }

  /** Starts the services; the gateway opens its port when the others are up. */
  Future<Void> start(Set<String> roles, NodeConfig config) {
    Set<String> inner = new LinkedHashSet<>(roles);
    boolean gateway = inner.remove(Services.GATEWAY);
    Future<?> up = Future.join(inner.stream().map(role -> start(role, config)).toList());
    return (gateway ? up.compose(ready -> start(Services.GATEWAY, config)) : up).mapEmpty();
  }

  private Future<String> start(String role, NodeConfig config) {
    long begun = System.nanoTime();
    return node.vertx()
        .deployVerticle(Services.make(role, config, node))
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
