package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.EnteredSettings;
import io.moneyprinter.codecs.config.GetEntered;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays settings that are entered while nodes run over those that the node was started with, and
 * starts the services anew whose settings changed. One change comes after the other.
 */
final class EnteredLayer {
  private static final Logger LOG = LoggerFactory.getLogger(EnteredLayer.class);

  private final Node node;
  private final Installation installation;
  private final Deployments deployments;
  private final Set<String> roles;
  private Map<String, String> holding = Map.of();
  private Future<Void> last = Future.succeededFuture();

  EnteredLayer(Node node, Installation installation, Deployments deployments, Set<String> roles) {
    this.node = node;
    this.installation = installation;
    this.deployments = deployments;
    this.roles = roles;
  }

  /** The configuration with what was entered; without it where that cannot be had or used. */
  Future<NodeConfig> load() {
    return ask()
        .compose(this::bind)
        .recover(
            cause -> {
              boolean nobody =
                  cause instanceof ServiceFailure failure
                      && failure.code() == FailureCode.UNAVAILABLE;
              LOG.atLevel(nobody ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.WARN)
                  .log("Starts without what was entered in the studio: {}", cause.getMessage());
              return Future.succeededFuture(installation.config());
            });
  }

  /** Hears of changes from now on. */
  Future<Void> watch() {
    return ConfigMessages.SETTINGS_ENTERED
        .subscribe(node.vertx().eventBus(), changed -> follow())
        .completion();
  }

  private synchronized void follow() {
    last =
        last.compose(done -> ask())
            .compose(this::apply)
            .recover(
                cause -> {
                  LOG.error("What was entered in the studio could not be taken up", cause);
                  return Future.succeededFuture();
                });
  }

  private Future<Void> apply(EnteredSettings entered) {
    Map<String, String> before = holding();
    Set<String> changed = new HashSet<>(before.keySet());
    changed.addAll(entered.values().keySet());
    changed.removeIf(key -> Objects.equals(before.get(key), entered.values().get(key)));
    Set<String> restarting =
        changed.stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .filter(roles::contains)
            .filter(Services.CALLERS::contains)
            .collect(Collectors.toSet());
    if (restarting.isEmpty()) {
      return Future.succeededFuture();
    }
    LOG.info("{} changed: starting {} anew", changed, restarting);
    return bind(entered)
        .compose(
            config ->
                Future.join(
                    restarting.stream().map(role -> deployments.restart(role, config)).toList()))
        .mapEmpty();
  }

  private Future<EnteredSettings> ask() {
    return ConfigMessages.ENTERED.ask(node.vertx().eventBus(), new GetEntered());
  }

  private Future<NodeConfig> bind(EnteredSettings entered) {
    return node.pools()
        .run(Pool.MEDIA, () -> installation.with(entered.values()).config())
        .onSuccess(bound -> hold(entered.values()));
  }

  private synchronized Map<String, String> holding() {
    return holding;
  }

  private synchronized void hold(Map<String, String> values) {
    holding = values;
  }
}
