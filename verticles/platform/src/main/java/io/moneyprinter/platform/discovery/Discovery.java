package io.moneyprinter.platform.discovery;

import io.moneyprinter.platform.node.NodeInfo;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.servicediscovery.Record;
import io.vertx.servicediscovery.ServiceDiscovery;
import java.net.URI;
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
 */
public final class Discovery {
  /** Metadata key: id of the node that published the record. */
  public static final String NODE = "node";

  /** Metadata key: when the record lapses unless it is renewed, ISO-8601. */
  static final String LEASE_UNTIL = "leaseUntil";

  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int RENEWALS_A_LEASE = 4;
  private static final String TYPE = "moneyprinter-service";
  private static final String HTTP_TYPE = "moneyprinter-http-server";
  private static final String WEIGHT = "weight";

  private final Vertx vertx;
  private final ServiceDiscovery discovery;
  private final NodeInfo info;
  private final Duration lease;
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
    this.info = info;
    this.lease = lease;
    this.timer = vertx.setPeriodic(lease.toMillis() / RENEWALS_A_LEASE, tick -> keep());
  }

  /** Publishes a service of this node; answers with the id to withdraw it by. */
  public Future<String> publish(String service) {
    return publish(service, TYPE, service, new JsonObject());
  }

  /** Publishes a server of an HTTP service in another language, for as long as this node lives. */
  public Future<String> publish(String service, HttpServerEntry server) {
    return publish(
        service,
        HTTP_TYPE,
        server.address().toString(),
        new JsonObject().put(WEIGHT, server.weight()));
  }

  /** The servers of an HTTP service, each once, however many nodes published it. */
  public Future<List<HttpServerEntry>> servers(String service) {
    return discovery
        .getRecords(
            record ->
                HTTP_TYPE.equals(record.getType())
                    && service.equals(record.getName())
                    && !lapsed(record))
        .map(
            records ->
                records.stream()
                    .map(
                        record ->
                            new HttpServerEntry(
                                URI.create(record.getLocation().getString(Record.ENDPOINT)),
                                record.getMetadata().getInteger(WEIGHT, 1)))
                    .distinct()
                    .sorted(Comparator.comparing(HttpServerEntry::address))
                    .toList());
  }

  private Future<String> publish(
      String service, String type, String endpoint, JsonObject metadata) {
    Record record =
        new Record()
            .setName(service)
            .setType(type)
            .setLocation(new JsonObject().put(Record.ENDPOINT, endpoint))
            .setMetadata(
                metadata
                    .put(NODE, info.id())
                    .put("version", info.version())
                    .put("environment", info.environment())
                    .put("startedAt", info.startedAt().toString())
                    .put(LEASE_UNTIL, leaseEnd()));
    return discovery
        .publish(record)
        .map(
            published -> {
              own.put(published.getRegistration(), published);
              return published.getRegistration();
            });
  }

  public Future<Void> withdraw(String registration) {
    own.remove(registration);
    return unpublish(registration);
  }

  /** Names of the services that some node runs. */
  public Future<List<String>> services() {
    return discovery
        .getRecords(record -> TYPE.equals(record.getType()) && !lapsed(record))
        .map(records -> records.stream().map(Record::getName).distinct().sorted().toList());
  }

  /** Ids of the nodes that run a service. */
  public Future<Set<String>> nodes(String service) {
    return discovery
        .getRecords(
            record ->
                TYPE.equals(record.getType())
                    && service.equals(record.getName())
                    && !lapsed(record))
        .map(
            records ->
                records.stream()
                    .map(record -> record.getMetadata().getString(NODE))
                    .collect(Collectors.toSet()));
  }

  /** Withdraws what a node that died had published, without waiting for the leases. */
  public Future<Void> forget(String deadNode) {
    return remove(record -> deadNode.equals(record.getMetadata().getString(NODE)));
  }

  /** Renews the own leases and removes what lapsed; a failure is made good by the next time. */
  private void keep() {
    String until = leaseEnd();
    Future.join(own.values().stream().map(record -> renew(record, until)).toList())
        .onFailure(cause -> LOG.warn("Leases of services were not renewed", cause));
    remove(record -> lapsed(record) && !own.containsKey(record.getRegistration()))
        .onFailure(cause -> LOG.warn("Records of dead nodes are left over", cause));
  }

  private Future<?> renew(Record record, String until) {
    JsonObject metadata = record.getMetadata().copy().put(LEASE_UNTIL, until);
    return discovery
        .update(new Record(record).setMetadata(metadata))
        // Withdrawn meanwhile: the update must not bring it back.
        .compose(
            done ->
                own.containsKey(record.getRegistration())
                    ? Future.succeededFuture()
                    : unpublish(record.getRegistration()));
  }

  private Future<Void> remove(Predicate<Record> which) {
    return discovery
        .getRecords(
            record ->
                (TYPE.equals(record.getType()) || HTTP_TYPE.equals(record.getType()))
                    && which.test(record))
        .compose(
            records ->
                Future.join(
                    records.stream().map(record -> unpublish(record.getRegistration())).toList()))
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

  private String leaseEnd() {
    return Instant.now().plus(lease).toString();
  }

  private static boolean lapsed(Record record) {
    String until = record.getMetadata().getString(LEASE_UNTIL);
    return until != null && Instant.parse(until).isBefore(Instant.now());
  }

  /** Renews no more; what is still published lapses. */
  public void close() {
    vertx.cancelTimer(timer);
    discovery.close();
  }
}
