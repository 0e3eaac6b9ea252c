package io.moneyprinter.monitoring;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.health.HealthReport;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;

/** Says how the node and each of its services are. */
final class HealthChecker {
  /** A state in one word, as the contract wants it. */
  record Status(String status) {}

  private final Node node;

  HealthChecker(Node node) {
    this.node = node;
  }

  /** All checks of the node; trouble is said in the report, never by failing. */
  Future<HealthReport> node() {
    return node.health().report();
  }

  /** The checks of one service; {@code NOT_FOUND} when it does not run here. */
  Future<HealthReport> service(String name) {
    return node.info().roles().contains(name)
        ? node.health().report(name)
        : Future.failedFuture(
            ServiceFailure.notFound("The service " + name + " does not run on this node"));
  }

  /** Whether the node takes traffic; {@code UNAVAILABLE} while it starts or drains. */
  Future<Status> ready() {
    return node.health().ready()
        ? Future.succeededFuture(new Status("ready"))
        : Future.failedFuture(
            new ServiceFailure(FailureCode.UNAVAILABLE, "The node is starting or draining"));
  }

  /** That this was answered is the proof. */
  Future<Status> live() {
    return Future.succeededFuture(new Status("alive"));
  }
}
