package io.moneyprinter.platform.secrets;

import io.moneyprinter.platform.settings.SecretReference;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether secrets changed, and brings them to their users. What cannot be
 * read stays as it was, and is said once. Of one event loop; begin and close may be called from
 * anywhere.
 */
public final class SecretWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SecretWatch.class);

  private final Vertx vertx;
  private final SecretManager secrets;
  private final Map<String, SecretReference> references;
  private final Map<String, String> current = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private final Set<String> stale = new TreeSet<>();
  private long timer = -1;

  private SecretWatch(Vertx vertx, SecretManager secrets, Map<String, SecretReference> references) {
    this.vertx = vertx;
    this.secrets = secrets;
    this.references = references;
  }

  /**
   * Begins to look. Variables never change, and are left alone.
   *
   * @param references by the full name of the setting that holds them
   */
  public static SecretWatch begin(
      Vertx vertx,
      SecretManager secrets,
      Map<String, SecretReference> references,
      Duration refresh) {
    Map<String, SecretReference> changing = new HashMap<>(references);
    changing.values().removeIf(SecretReference.Variable.class::isInstance);
    SecretWatch watch = new SecretWatch(vertx, secrets, changing);
    if (!changing.isEmpty()) {
      changing.forEach((setting, where) -> watch.current.put(setting, secrets.value(where)));
      watch.timer = vertx.setPeriodic(refresh.toMillis(), due -> watch.look());
    }
    return watch;
  }

  private void look() {
    references.forEach(
        (setting, where) ->
            latest(where)
                .onSuccess(value -> seen(setting, value))
                .onFailure(cause -> missed(setting, cause)));
  }

  private Future<String> latest(SecretReference where) {
    return where instanceof SecretReference.Vault vault
        ? secrets.opened().orElseThrow().latest(vault)
        : vertx.executeBlocking(() -> secrets.local().value(where), false);
  }

  private synchronized void seen(String setting, String value) {
    if (unreadable.remove(setting)) {
      LOG.info("The secret of {} can be read again", setting);
    }
    if (value.equals(current.put(setting, value))) {
      return;
    }
    if (LiveSecrets.of(vertx).changed(setting, value)) {
      stale.remove(setting);
      LOG.info("The secret of {} changed and is in use", setting);
    } else {
      stale.add(setting);
      LOG.warn(
          "The secret of {} changed; restart this node, which goes on with the old one", setting);
    }
  }

  private synchronized void missed(String setting, Throwable cause) {
    if (unreadable.add(setting)) {
      LOG.warn(
          "The secret of {} cannot be read, the last one stays: {}", setting, cause.getMessage());
    }
  }

  /** Fails, naming the settings, while secrets are out of date or cannot be read. */
  public synchronized Future<Void> check() {
    if (!stale.isEmpty()) {
      return Future.failedFuture(
          "restart this node: the secrets of " + String.join(", ", stale) + " changed");
    }
    return unreadable.isEmpty()
        ? Future.succeededFuture()
        : Future.failedFuture(
            "cannot be read at present: the secrets of "
                + String.join(", ", new TreeSet<>(unreadable)));
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
