package io.moneyprinter.gateway.cluster;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.monitoring.ClusterView;
import io.moneyprinter.codecs.monitoring.InspectNode;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.ShowCluster;
import io.moneyprinter.codecs.orchestration.ExplorerMessages;
import io.moneyprinter.codecs.orchestration.ShowWork;
import io.moneyprinter.codecs.orchestration.WorkView;
import io.moneyprinter.codecs.queue.DeadLetter;
import io.moneyprinter.codecs.queue.ListDeadLetters;
import io.moneyprinter.codecs.queue.QueueMessages;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks the monitoring service for the nodes and the orchestration for the work, once for all who
 * look at the same time. Of one event loop.
 */
final class ClusterDesk {
  /** Within this time everybody gets the same answer. */
  private static final long FRESH_NANOS = Duration.ofMillis(900).toNanos();

  private final EventBus bus;
  private Future<ClusterReport> latest;
  private long asked;

  ClusterDesk(EventBus bus) {
    this.bus = bus;
  }

  Future<ClusterReport> report() {
    long now = System.nanoTime();
    if (latest == null || latest.failed() || now - asked > FRESH_NANOS) {
      asked = now;
      latest = ask();
    }
    return latest;
  }

  private Future<ClusterReport> ask() {
    CallContext call = CallContext.system(CallContext.LOCAL_TENANT);
    Future<ClusterView> cluster = cluster(call);
    Future<Optional<WorkView>> work = work(call);
    Future<Map<String, Long>> dead =
        QueueMessages.LIST_DEAD_LETTERS
            .ask(bus, new ListDeadLetters(ListDeadLetters.MOST), call)
            .map(
                found ->
                    found.deadLetters().stream()
                        .collect(Collectors.groupingBy(DeadLetter::queue, Collectors.counting())))
            .recover(ClusterDesk::without);
    return Future.join(cluster, work, dead)
        .map(all -> ClusterReport.of(cluster.result(), work.result(), dead.result()));
  }

  private Future<ClusterView> cluster(CallContext call) {
    return MonitoringMessages.SHOW_CLUSTER.ask(bus, new ShowCluster(), call);
  }

  /** The map of nodes is wanted most when other services are down. */
  private Future<Optional<WorkView>> work(CallContext call) {
    return ExplorerMessages.SHOW_WORK
        .ask(bus, new ShowWork(), call)
        .map(Optional::of)
        .recover(
            cause ->
                missing(cause)
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(cause));
  }

  private static Future<Map<String, Long>> without(Throwable cause) {
    return missing(cause) ? Future.succeededFuture(Map.of()) : Future.failedFuture(cause);
  }

  private static boolean missing(Throwable cause) {
    return cause instanceof ServiceFailure failure
        && switch (failure.code()) {
          case UNAVAILABLE, TIMEOUT -> true;
          default -> false;
        };
  }

  /** What is heard of a node; {@code NOT_FOUND} for one that nobody knows. */
  Future<NodeBeat> node(String id, CallContext call) {
    return cluster(call)
        .map(
            view ->
                view.nodes().stream()
                    .filter(beat -> beat.id().equals(id))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            ServiceFailure.notFound(
                                "There is no node "
                                    + id
                                    + ": GET /v1/admin/cluster lists those there are")));
  }

  /** The same of one that can still be told something; {@code CONFLICT} when it is gone. */
  Future<NodeBeat> present(String id, CallContext call) {
    return node(id, call)
        .compose(
            beat ->
                beat.state().present()
                    ? Future.succeededFuture(beat)
                    : Future.failedFuture(
                        ServiceFailure.conflict("The node is gone; nothing can be changed on it")));
  }

  Future<NodeReport> inspect(String id, CallContext call) {
    Future<NodeBeat> heard = node(id, call);
    Future<Optional<WorkView>> work = work(call);
    return Future.all(heard, work)
        .compose(
            all -> {
              NodeBeat beat = heard.result();
              List<WorkView.Lease> leases =
                  work.result()
                      .map(
                          known ->
                              known.leases().stream()
                                  .filter(lease -> lease.node().equals(id))
                                  .toList())
                      .orElse(null);
              Integer count = leases == null ? null : Integer.valueOf(leases.size());
              return beat.state().present()
                  ? MonitoringMessages.inspect(id)
                      .ask(bus, new InspectNode(), call)
                      .map(
                          detail ->
                              NodeReport.of(NodeLine.of(detail.beat(), count), detail, leases))
                  : Future.succeededFuture(NodeReport.gone(NodeLine.of(beat, count), leases));
            });
  }
}
