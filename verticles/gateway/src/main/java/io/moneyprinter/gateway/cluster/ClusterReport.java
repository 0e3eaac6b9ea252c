package io.moneyprinter.gateway.cluster;

import io.moneyprinter.codecs.monitoring.ClusterView;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.orchestration.WorkView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The cluster as operators see it.
 *
 * @param edges messages between services of nodes, the busiest first
 * @param queues of tasks; absent while no orchestration answers
 */
record ClusterReport(Instant at, List<NodeLine> nodes, List<Edge> edges, List<Queue> queues) {
  private static final double FAINT = 0.01;

  /**
   * Messages from one node's service to a service of another, or of the same.
   *
   * @param fromService {@code node} for what no service sends
   */
  record Edge(String from, String fromService, String to, String toService, double perSecond) {}

  /**
   * A work queue.
   *
   * @param dead tickets that were given up; counted up to 1,000 over all queues
   */
  record Queue(String name, long waiting, long running, long unfit, long dead) {}

  /**
   * @param work empty while it is not known
   * @param dead tickets given up, by queue
   */
  static ClusterReport of(ClusterView cluster, Optional<WorkView> work, Map<String, Long> dead) {
    Map<String, Long> leases =
        work.map(
                known ->
                    known.leases().stream()
                        .collect(
                            Collectors.groupingBy(WorkView.Lease::node, Collectors.counting())))
            .orElse(Map.of());
    return new ClusterReport(
        cluster.at(),
        cluster.nodes().stream()
            .map(
                beat ->
                    NodeLine.of(
                        beat,
                        work.isEmpty()
                            ? null
                            : Integer.valueOf(leases.getOrDefault(beat.id(), 0L).intValue())))
            .toList(),
        cluster.nodes().stream()
            .flatMap(beat -> edges(beat).stream())
            .sorted(Comparator.comparingDouble(Edge::perSecond).reversed())
            .toList(),
        work.map(known -> queues(known, dead)).orElse(null));
  }

  private static List<Edge> edges(NodeBeat beat) {
    return beat.flows().stream()
        .filter(flow -> flow.perSecond() >= FAINT)
        .map(
            flow ->
                new Edge(
                    flow.fromNode(),
                    flow.fromService(),
                    beat.id(),
                    flow.toService(),
                    Math.round(flow.perSecond() * 100) / 100.0))
        .toList();
  }

  private static List<Queue> queues(WorkView work, Map<String, Long> dead) {
    Map<String, Queue> queues = new TreeMap<>();
    Map<String, WorkView.Queue> known =
        work.queues().stream().collect(Collectors.toMap(WorkView.Queue::name, Function.identity()));
    known.forEach(
        (name, q) ->
            queues.put(
                name,
                new Queue(name, q.waiting(), q.running(), q.unfit(), dead.getOrDefault(name, 0L))));
    dead.forEach((name, count) -> queues.putIfAbsent(name, new Queue(name, 0, 0, 0, count)));
    return List.copyOf(queues.values());
  }
}
