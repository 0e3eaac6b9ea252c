package io.moneyprinter.platform.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.health.HealthRegistry;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.tasks.ResourcePool;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * What all services of one process share. Made by the launcher, handed to every verticle.
 *
 * @param peers how the nodes of the cluster talk among themselves; empty where there are no others
 */
public record Node(
    NodeInfo info,
    Vertx vertx,
    DataFolder data,
    Databases databases,
    RedisConnector redis,
    WorkerPools pools,
    Blobs blobs,
    TaskQueue tasks,
    EventSink events,
    ResourcePool resources,
    HealthRegistry health,
    Discovery discovery,
    MeterRegistry meters,
    Drain drain,
    Optional<PeerLink> peers) {
  /** How many tasks of each kind run at once in each service. */
  public TaskSlots slots() {
    return resources.slots();
  }
}
