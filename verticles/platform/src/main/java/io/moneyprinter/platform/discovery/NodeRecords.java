package io.moneyprinter.platform.discovery;

import io.moneyprinter.platform.node.NodeInfo;
import io.vertx.core.json.JsonObject;
import io.vertx.servicediscovery.Record;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** How the records of a node are written, and what those of any node say. */
final class NodeRecords {
  private static final String SERVICE = "moneyprinter-service";
  private static final String SERVER = "moneyprinter-http-server";

  /** Metadata key: id of the node that published the record. */
  private static final String NODE = "node";

  /** Metadata key: when the record lapses unless it is renewed, ISO-8601. */
  private static final String LEASE_UNTIL = "leaseUntil";

  private static final String WEIGHT = "weight";

  private final NodeInfo info;
  private final Duration lease;

  /**
   * @param info of the node that publishes
   * @param lease how long a record outlives its node at most
   */
  NodeRecords(NodeInfo info, Duration lease) {
    this.info = info;
    this.lease = lease;
  }

  Record service(String name) {
    return of(name, SERVICE, name, new JsonObject());
  }

  /** A server of an HTTP service in another language. */
  Record server(String service, HttpServerEntry server) {
    return of(
        service,
        SERVER,
        server.address().toString(),
        new JsonObject().put(WEIGHT, server.weight()));
  }

  private Record of(String name, String type, String endpoint, JsonObject metadata) {
    return new Record()
        .setName(name)
        .setType(type)
        .setLocation(new JsonObject().put(Record.ENDPOINT, endpoint))
        .setMetadata(
            metadata
                .put(NODE, info.id())
                .put("version", info.version())
                .put("environment", info.environment())
                .put("startedAt", info.startedAt().toString())
                .put(LEASE_UNTIL, leaseEnd().toString()));
  }

  /** When a lease taken now runs out. */
  Instant leaseEnd() {
    return Instant.now().plus(lease);
  }

  /** The same under a new lease. */
  static Record renewed(Record record, Instant until) {
    return new Record(record)
        .setMetadata(record.getMetadata().copy().put(LEASE_UNTIL, until.toString()));
  }

  /** Whether it was published by a node, whether it still counts or not. */
  static boolean isOurs(Record record) {
    return SERVICE.equals(record.getType()) || SERVER.equals(record.getType());
  }

  /** Whether it says that a service runs now. */
  static boolean isService(Record record) {
    return SERVICE.equals(record.getType()) && !lapsed(record);
  }

  /** Whether it says that a server of an HTTP service runs now. */
  static boolean isServerOf(String service, Record record) {
    return SERVER.equals(record.getType()) && service.equals(record.getName()) && !lapsed(record);
  }

  /** Whether its lease ran out, by the local clock. */
  static boolean lapsed(Record record) {
    String until = record.getMetadata().getString(LEASE_UNTIL);
    return until != null && Instant.parse(until).isBefore(Instant.now());
  }

  /** Id of the node that published it. */
  static String node(Record record) {
    return record.getMetadata().getString(NODE);
  }

  static HttpServerEntry entry(Record record) {
    return new HttpServerEntry(
        URI.create(record.getLocation().getString(Record.ENDPOINT)),
        record.getMetadata().getInteger(WEIGHT, 1));
  }
}
