package io.moneyprinter.platform.secrets;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Brings a secret that changed to those who use it, by the name of its setting. One for each
 * Vert.x. Safe to use from any thread.
 */
public final class LiveSecrets implements Shareable {
  private static final String PLACE = "moneyprinter.live-secrets";

  private final Map<String, List<Consumer<String>>> users = new ConcurrentHashMap<>();

  private LiveSecrets() {}

  /** That of a Vert.x; nothing of it leaves the process. */
  public static LiveSecrets of(Vertx vertx) {
    LocalMap<String, LiveSecrets> place = vertx.sharedData().getLocalMap(PLACE);
    return place.computeIfAbsent("all", first -> new LiveSecrets());
  }

  /**
   * Has {@code user} told of every new value, on any thread, until the result is run.
   *
   * @param setting full name, such as {@code content.llm.api-key}
   */
  public Runnable use(String setting, Consumer<String> user) {
    users.computeIfAbsent(setting, first -> new CopyOnWriteArrayList<>()).add(user);
    return () -> users.getOrDefault(setting, List.of()).remove(user);
  }

  /** Tells all who use it; false when nobody does, so that only a restart brings it in. */
  boolean changed(String setting, String value) {
    List<Consumer<String>> told = users.getOrDefault(setting, List.of());
    told.forEach(user -> user.accept(value));
    return !told.isEmpty();
  }
}
