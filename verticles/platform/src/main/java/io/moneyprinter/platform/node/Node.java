package io.moneyprinter.platform.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.health.HealthRegistry;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.vertx.core.Vertx;

/** What all services of one process share. Made by the launcher, handed to every verticle. */
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
    TaskSlots slots,
    HealthRegistry health,
    Discovery discovery,
    MeterRegistry meters) {
  /** A node that tells nobody outside of events. */
  public Node(
      NodeInfo info,
      Vertx vertx,
      DataFolder data,
      Databases databases,
      RedisConnector redis,
      WorkerPools pools,
      Blobs blobs,
      TaskQueue tasks,
      TaskSlots slots,
      HealthRegistry health,
      Discovery discovery,
      MeterRegistry meters) {
    this(
        info,
        vertx,
        data,
        databases,
        redis,
        pools,
        blobs,
        tasks,
        EventSink.none(),
        slots,
        health,
        discovery,
        meters);
  }
}
