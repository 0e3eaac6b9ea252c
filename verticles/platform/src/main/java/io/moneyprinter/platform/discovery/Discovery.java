package io.moneyprinter.platform.discovery;

import io.moneyprinter.platform.node.NodeInfo;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.servicediscovery.Record;
import io.vertx.servicediscovery.ServiceDiscovery;
import java.util.List;

/** Says in the cluster which node runs which service. */
public final class Discovery {
  /** Metadata key: id of the node that published the record. */
  public static final String NODE = "node";

  private static final String TYPE = "moneyprinter-service";

  private final ServiceDiscovery discovery;
  private final NodeInfo info;

  public Discovery(Vertx vertx, NodeInfo info) {
    this.discovery = ServiceDiscovery.create(vertx);
    this.info = info;
  }

  /** Publishes a service of this node; answers with the id to withdraw it by. */
  public Future<String> publish(String service) {
    Record record =
        new Record()
            .setName(service)
            .setType(TYPE)
            .setLocation(new JsonObject().put("endpoint", service))
            .setMetadata(
                new JsonObject()
                    .put(NODE, info.id())
                    .put("version", info.version())
                    .put("environment", info.environment())
                    .put("startedAt", info.startedAt().toString()));
    return discovery.publish(record).map(Record::getRegistration);
  }

  public Future<Void> withdraw(String registration) {
    return discovery.unpublish(registration);
  }

  /** Names of the services that some node runs. */
  public Future<List<String>> services() {
    return discovery
        .getRecords(record -> TYPE.equals(record.getType()))
        .map(records -> records.stream().map(Record::getName).distinct().sorted().toList());
  }

  /** Withdraws what a node that died had published; its records would stay for ever otherwise. */
  public Future<Void> forget(String deadNode) {
    return discovery
        .getRecords(record -> deadNode.equals(record.getMetadata().getString(NODE)))
        .compose(
            records ->
                Future.join(
                    records.stream().map(r -> discovery.unpublish(r.getRegistration())).toList()))
        .mapEmpty();
  }

  public void close() {
    discovery.close();
  }
}
