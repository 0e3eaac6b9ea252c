package io.moneyprinter.launcher.node;

import io.moneyprinter.analytics.AnalyticsVerticle;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.config.ConfigVerticle;
import io.moneyprinter.config.outside.NodeSettings;
import io.moneyprinter.content.ContentVerticle;
import io.moneyprinter.gateway.GatewayVerticle;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.materials.MaterialsVerticle;
import io.moneyprinter.monitoring.MonitoringVerticle;
import io.moneyprinter.notification.NotificationVerticle;
import io.moneyprinter.orchestration.OrchestrationVerticle;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.speech.SpeechVerticle;
import io.moneyprinter.storage.StorageVerticle;
import io.moneyprinter.users.UsersVerticle;
import io.moneyprinter.video.VideoVerticle;
import io.vertx.core.Deployable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The one table of all services: its name is its role, and how it is made. */
public final class Services {
  /** The service that opens the public port; it starts last and stops first. */
  public static final String GATEWAY = "gateway";

  /** The service that keeps what is entered while the node runs. */
  static final String CONFIG = "config";

  /** Services that call outside services; they start when it is known how these are set up. */
  static final Set<String> CALLERS = Set.of("content", "speech", "materials");

  /** Services that carry out tasks; they hand back what they hold before the rest stops. */
  static final Set<String> WORKERS = Set.of("content", "speech", "materials", "video");

  /** Runs on each node whose other services read or write files, since these lie with the node. */
  static final String STORAGE = "storage";

  private static final String MONITORING = "monitoring";
  private static final Set<String> WITH_FILES =
      Set.of(GATEWAY, "content", "speech", "materials", "video");

  private static final Map<String, BiFunction<NodeConfig, Node, Deployable>> TABLE = table();

  private Services() {}

  private static Map<String, BiFunction<NodeConfig, Node, Deployable>> table() {
    Map<String, BiFunction<NodeConfig, Node, Deployable>> table = new LinkedHashMap<>();
    table.put(
        STORAGE,
        (c, n) ->
            new StorageVerticle(
                c.storage(), n, c.security().vault().below(Installation.home(System.getenv()))));
    table.put(
        "users",
        (c, n) ->
            new UsersVerticle(
                c.users().reachedAt(c.gateway().http().port()),
                c.security().audit(),
                c.storage().encryption(),
                c.security().vault().below(Installation.home(System.getenv())),
                n));
    table.put(CONFIG, (c, n) -> new ConfigVerticle(c.config(), n));
    table.put(
        "notification",
        (c, n) ->
            new NotificationVerticle(
                c.notification(),
                c.users().smtp(),
                c.users().reachedAt(c.gateway().http().port()).publicUrl(),
                n));
    table.put("analytics", (c, n) -> new AnalyticsVerticle(c.analytics(), n));
    table.put("orchestration", (c, n) -> new OrchestrationVerticle(c.orchestration(), n));
    table.put("content", (c, n) -> new ContentVerticle(c.content(), n));
    table.put("speech", (c, n) -> new SpeechVerticle(c.speech(), n));
    table.put("materials", (c, n) -> new MaterialsVerticle(c.materials(), n));
    table.put("video", (c, n) -> new VideoVerticle(c.video(), n));
    table.put(MONITORING, (c, n) -> new MonitoringVerticle(c.monitoring(), n));
    table.put(GATEWAY, (c, n) -> new GatewayVerticle(c.gateway(), n));
    return table;
  }

  public static Set<String> all() {
    return TABLE.keySet();
  }

  /**
   * The wanted roles in starting order, with those they cannot do without; none for all. An unknown
   * one is {@code INVALID}.
   */
  public static Set<String> roles(Collection<String> wanted) {
    for (String role : wanted) {
      if (!TABLE.containsKey(role)) {
        throw new ServiceFailure(
            FailureCode.INVALID,
            "There is no role '" + role + "'; the roles are " + String.join(", ", all()));
      }
    }
    Set<String> roles = new LinkedHashSet<>(all());
    if (!wanted.isEmpty()) {
      Set<String> all = new HashSet<>(wanted);
      if (!Collections.disjoint(wanted, WITH_FILES)) {
        all.add(STORAGE);
      }
      roles.retainAll(all);
    }
    return roles;
  }

  /** The same, with what every node of a cluster is watched by: health and metrics on a port. */
  public static Set<String> watched(Collection<String> wanted) {
    Set<String> all = new LinkedHashSet<>(wanted);
    if (!wanted.isEmpty()) {
      all.add(MONITORING);
    }
    return roles(all);
  }

  /** Whether a service can only run where storage does. */
  static boolean needsStorage(String role) {
    return WITH_FILES.contains(role);
  }

  /**
   * @param settings those that the node was started with, for the service that shows them
   */
  static Deployable make(String role, NodeConfig config, Node node, NodeSettings settings) {
    return role.equals(CONFIG)
        ? new ConfigVerticle(config.config(), node, settings)
        : TABLE.get(role).apply(config, node);
  }
}
