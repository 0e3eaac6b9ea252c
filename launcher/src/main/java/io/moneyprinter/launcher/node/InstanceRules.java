package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.discovery.Discovery;
import io.vertx.core.Future;
import java.util.List;

/**
 * How many instances a node may have of each service: none is taken away that others still need,
 * here or in the cluster.
 */
final class InstanceRules {
  private final Discovery discovery;

  InstanceRules(Discovery discovery) {
    this.discovery = discovery;
  }

  /**
   * Succeeds when a service may have so many instances here.
   *
   * @param running the services that this node runs at present
   */
  Future<Void> allowed(String role, int instances, List<String> running) {
    if (!Services.all().contains(role)) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/role",
              "There is no role '" + role + "'; they are " + String.join(", ", Services.all())));
    }
    if (instances > 0) {
      return Services.needsStorage(role) && !running.contains(Services.STORAGE)
          ? Future.failedFuture(
              ServiceFailure.conflict(
                  role + " needs storage on the same node: run an instance of storage here first"))
          : Future.succeededFuture();
    }
    if (role.equals(Services.STORAGE) && running.stream().anyMatch(Services::needsStorage)) {
      return Future.failedFuture(
          ServiceFailure.conflict(
              "Other services of this node read and write files: take them away first"));
    }
    return discovery
        .nodes(role)
        .compose(
            nodes ->
                !running.contains(role) || nodes.size() > 1
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        ServiceFailure.conflict(
                            "This is the last node that runs "
                                + role
                                + ": let another one run it first")));
  }
}
