package io.moneyprinter.launcher;

import io.moneyprinter.testsupport.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes of one cluster on this machine: processes that share servers and a data folder. */
final class Nodes implements AutoCloseable {
  private final Path home;
  private final Map<String, Integer> members = new LinkedHashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final List<String> settings = new ArrayList<>();
  private final Map<String, Program> started = new HashMap<>();

  /**
   * @param names of all nodes that there may be
   */
  Nodes(Path home, Servers servers, String... names) {
    this.home = home;
    for (String name : names) {
      members.put(name, Ports.free());
    }
    variables.putAll(servers.secrets());
    settings.addAll(servers.settings());
    settings.add("cluster.enabled=true");
    settings.add("monitoring.port=0");
    settings.add("workers.drain=200ms");
    settings.add(
        "cluster.members="
            + members.values().stream()
                .map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(",")));
  }

  /** Settings of all nodes, {@code key=value}. */
  Nodes with(String... more) {
    settings.addAll(List.of(more));
    return this;
  }

  /** A variable of every node's environment. */
  Nodes variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /**
   * Starts a node, again when it was there before.
   *
   * @param roles separated by commas
   * @param own settings of this node, {@code key=value}
   */
  Program start(String name, String roles, String... own) {
    List<String> arguments = new ArrayList<>(List.of("start", "--roles", roles));
    List<String> all = new ArrayList<>(settings);
    all.add("cluster.port=" + members.get(name));
    all.addAll(List.of(own));
    all.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    Program program = Program.start(home, variables, arguments.toArray(String[]::new));
    Program before = started.put(name, program);
    if (before != null) {
      before.close();
    }
    return program;
  }

  /** What starts a whole node that is a cluster by itself. */
  static String[] alone(Servers servers) {
    int port = Ports.free();
    List<String> settings = new ArrayList<>(servers.settings());
    settings.addAll(
        List.of(
            "cluster.enabled=true",
            "cluster.port=" + port,
            "cluster.members=127.0.0.1:" + port,
            "gateway.http.port=0",
            "monitoring.port=0"));
    return Stream.concat(
            Stream.of("start"), settings.stream().flatMap(setting -> Stream.of("--set", setting)))
        .toArray(String[]::new);
  }

  Program get(String name) {
    return started.get(name);
  }

  /** Waits until all of them are ready. */
  void awaitAll() {
    started.values().forEach(Program::awaitNode);
  }

  /** What all of them wrote, for the message of a test that failed. */
  String output() {
    return started.entrySet().stream()
        .map(node -> "=== " + node.getKey() + "\n" + node.getValue().output())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    started.values().forEach(Program::close);
  }
}
