package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.engines.EmbeddedPostgres;
import io.moneyprinter.engines.EmbeddedPostgresOptions;
import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An empty installation for one measurement: PostgreSQL, Redis and the node that orchestrates, in
 * and below this process, and nodes that render, each a process on a processor of its own. Blocks.
 */
final class ClusterRig implements AutoCloseable {
  private static final Set<String> ORCHESTRATING =
      Set.of("storage", "orchestration", "notification", "analytics");

  private final Deque<Runnable> closings = new ArrayDeque<>();
  private final List<NodeProcess> renderers = new ArrayList<>();
  private final EmbeddedPostgres postgres;
  private final Node node;

  /**
   * @param choice what the command line says of the installation
   * @param folder emptied first
   * @param nodes how many render
   */
  ClusterRig(Installation.Choice choice, Path folder, Pinning pinning, int nodes) throws Exception {
    if (Files.exists(folder)) {
      DataFolder.delete(folder);
    }
    Files.createDirectories(folder);
    try {
      EmbeddedPostgresOptions options =
          EmbeddedPostgresOptions.in(folder.resolve("postgres"), folder.resolve("engines"));
      postgres = EmbeddedPostgres.start(options);
      closings.push(postgres::close);
      Map<String, String> variables = secrets(folder);
      int port = freePort();
      Map<String, String> settings = new LinkedHashMap<>(choice.settings());
      settings.putAll(shared(folder, port));
      RunningNode running =
          RunningNode.start(
              Installation.read(
                  new Installation.Choice(choice.conf(), choice.environment(), settings),
                  with(System.getenv(), variables)),
              ORCHESTRATING);
      closings.push(running::close);
      node = running.node();
      for (int i = 0; i < nodes; i++) {
        settings.put("cluster.port", Integer.toString(freePort()));
        NodeProcess renderer =
            NodeProcess.start(
                pinning.ofNode(i),
                arguments(choice, settings),
                variables,
                folder.resolve("node-" + (i + 1) + ".log"));
        closings.push(renderer::close);
        renderers.add(renderer);
      }
      for (NodeProcess renderer : renderers) {
        renderer.awaitReady();
      }
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** Starts Redis and gives what nodes have to be told in secret. */
  private Map<String, String> secrets(Path folder) {
    EmbeddedRedis redis =
        EmbeddedRedis.start(
            EmbeddedRedisOptions.in(folder.resolve("redis"), folder.resolve("engines")));
    closings.push(redis::close);
    return Map.of(
        "MONEYPRINTER_DATABASE_PASSWORD",
        postgres.password(),
        "MONEYPRINTER_REDIS_URI",
        redis.uri());
  }

  private Map<String, String> shared(Path folder, int port) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", folder.resolve("data").toString());
    settings.put("database.mode", "external");
    settings.put("database.host", postgres.host());
    settings.put("database.port", Integer.toString(postgres.port()));
    settings.put("database.user", postgres.user());
    settings.put("redis.mode", "external");
    settings.put("cluster.enabled", "true");
    settings.put("cluster.name", "benchmark-" + port);
    settings.put("cluster.port", Integer.toString(port));
    settings.put("cluster.members", "127.0.0.1:" + port);
    settings.put("monitoring.port", "0");
    return settings;
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static List<String> arguments(Installation.Choice choice, Map<String, String> settings) {
    List<String> arguments = new ArrayList<>(List.of("--roles", "video"));
    choice.conf().ifPresent(conf -> arguments.addAll(List.of("--conf", conf.toString())));
    choice.environment().ifPresent(name -> arguments.addAll(List.of("--env", name)));
    settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    return arguments;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Node node() {
    return node;
  }

  /** {@code kill -9} of a node that renders, counted from 0. */
  void kill(int renderer) {
    renderers.get(renderer).kill();
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!closings.isEmpty()) {
      try {
        closings.pop().run();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
