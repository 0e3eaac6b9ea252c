package io.moneyprinter.platform.discovery;

import io.moneyprinter.platform.node.NodeInfo;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.servicediscovery.Record;
import io.vertx.servicediscovery.ServiceDiscovery;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the cluster which node runs which service. Every record is under a lease that its node
 * renews; a record whose lease ran out counts no more and is removed by whoever notices. Leases are
 * compared with the local clock, so the nodes' clocks may differ by a small part of a lease only.
 * For any thread; what it answers fails where the cluster cannot be reached.
 */
public final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int RENEWALS_A_LEASE = 4;

  private final Vertx vertx;
  private final ServiceDiscovery discovery;
  private final NodeRecords records;
  private final Map<String, Record> own = new ConcurrentHashMap<>();
  private final long timer;

  public Discovery(Vertx vertx, NodeInfo info) {
    this(vertx, info, LEASE);
  }

  /**
   * @param lease how long a record outlives its node at most; renewed four times within
   */
  Discovery(Vertx vertx, NodeInfo info, Duration lease) {
    this.vertx = vertx;
    this.discovery = ServiceDiscovery.create(vertx);
    this.records = new NodeRecords(info, lease);
    this.timer = vertx.setPeriodic(lease.toMillis() / RENEWALS_A_LEASE, tick -> keep());
  }

  /** Publishes a service of this node; answers with the id to withdraw it by. */
  public Future<String> publish(String service) {
    return publish(records.service(service));
  }

  /** Publishes a server of an HTTP service in another language, for as long as this node lives. */
  public Future<String> publish(String service, HttpServerEntry server) {
    return publish(records.server(service, server));
  }

  /** The servers of an HTTP service, each once, however many nodes published it. */
  public Future<List<HttpServerEntry>> servers(String service) {
    return discovery
        .getRecords(record -> NodeRecords.isServerOf(service, record))
        .map(
            found ->
                found.stream()
                    .map(NodeRecords::entry)
                    .distinct()
                    .sorted(Comparator.comparing(HttpServerEntry::address))
                    .toList());
  }

  private Future<String> publish(Record record) {
    return discovery
        .publish(record)
        .map(
            published -> {
              own.put(published.getRegistration(), published);
              return published.getRegistration();
            });
  }

  /**
   * Takes back what this node published. It is not renewed from here on, even where this fails.
   *
   * @param registration as {@link #publish} gave it; what is gone already counts as taken back
   */
  public Future<Void> withdraw(String registration) {
    own.remove(registration);
    return unpublish(registration);
  }

  /** Names of the services that some node runs. */
  public Future<List<String>> services() {
    return discovery
        .getRecords(NodeRecords::isService)
        .map(found -> found.stream().map(Record::getName).distinct().sorted().toList());
  }

  /** Ids of the nodes that run a service. */
  public Future<Set<String>> nodes(String service) {
    return discovery
        .getRecords(record -> NodeRecords.isService(record) && service.equals(record.getName()))
        .map(found -> found.stream().map(NodeRecords::node).collect(Collectors.toSet()));
  }

  /** Withdraws what a node that died had published, without waiting for the leases. */
  public Future<Void> forget(String deadNode) {
    return remove(record -> deadNode.equals(NodeRecords.node(record)));
  }

  /** Renews the own leases and removes what lapsed; a failure is made good by the next time. */
  private void keep() {
    Instant until = records.leaseEnd();
    Future.join(own.values().stream().map(record -> renew(record, until)).toList())
        .onFailure(cause -> LOG.warn("Leases of services were not renewed", cause));
    remove(record -> NodeRecords.lapsed(record) && !own.containsKey(record.getRegistration()))
        .onFailure(cause -> LOG.warn("Records of dead nodes are left over", cause));
  }

  private Future<?> renew(Record record, Instant until) {
    return discovery
        .update(NodeRecords.renewed(record, until))
        // Withdrawn meanwhile: the update must not bring it back.
        .compose(
            done ->
                own.containsKey(record.getRegistration())
                    ? Future.succeededFuture()
                    : unpublish(record.getRegistration()));
  }

  private Future<Void> remove(Predicate<Record> which) {
    return discovery
        .getRecords(record -> NodeRecords.isOurs(record) && which.test(record))
        .compose(
            found ->
                Future.join(
                    found.stream().map(record -> unpublish(record.getRegistration())).toList()))
        .mapEmpty();
  }

  /** Others may have removed it when its lease ran out; gone is gone. */
  private Future<Void> unpublish(String id) {
    return discovery
        .unpublish(id)
        .recover(
            cause ->
                discovery
                    .getRecord(other -> id.equals(other.getRegistration()))
                    .compose(
                        left ->
                            left == null ? Future.succeededFuture() : Future.failedFuture(cause)));
  }

  /** Renews no more; what is still published lapses. */
  public void close() {
    vertx.cancelTimer(timer);
    discovery.close();
  }
}
