package io.moneyprinter.platform.service;

import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a service: open what it needs, serve, say so in the cluster; and undo all of it on
 * stop, or when the start fails half way. A subclass wires its components together in {@link #open}
 * and holds no logic.
 */
public abstract class ServiceVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceVerticle.class);

  private final String name;
  private final Node node;
  private ServiceScope scope;

  /**
   * @param name the service's one name: module, role, address prefix, database suffix
   */
  protected ServiceVerticle(String name, Node node) {
    this.name = Objects.requireNonNull(name, "name");
    this.node = Objects.requireNonNull(node, "node");
  }

  /** Opens the service; runs on its event loop. */
  protected abstract Future<?> open(ServiceScope scope);

  @Override
  public final Future<?> start() {
    scope = new ServiceScope(name, node);
    Future<?> opened;
    try {
      opened = open(scope);
    } catch (RuntimeException e) {
      opened = Future.failedFuture(e);
    }
    return opened
        .compose(ready -> scope.settle())
        .compose(ready -> node.discovery().publish(name))
        .onSuccess(
            registration -> {
              scope.onClose(() -> node.discovery().withdraw(registration));
              LOG.debug("{} serves", name);
            })
        .recover(cause -> scope.close().transform(any -> Future.failedFuture(cause)));
  }

  @Override
  public final Future<?> stop() {
    return scope.close();
  }
}
