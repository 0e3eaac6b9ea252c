package io.moneyprinter.testsupport;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.tasks.TaskQueue;

/** A node that shares everything with another one but what is said. */
public final class NodeCopy {
  private final Node original;
  private NodeInfo info;
  private DataFolder data;
  private RedisConnector redis;
  private TaskQueue tasks;
  private EventSink events;
  private MeterRegistry meters;
  private Drain drain;

  private NodeCopy(Node original) {
    this.original = original;
    this.info = original.info();
    this.data = original.data();
    this.redis = original.redis();
    this.tasks = original.tasks();
    this.events = original.events();
    this.meters = original.meters();
    this.drain = original.drain();
  }

  public static NodeCopy of(Node original) {
    return new NodeCopy(original);
  }

  public NodeCopy with(NodeInfo other) {
    info = other;
    return this;
  }

  public NodeCopy with(DataFolder other) {
    data = other;
    return this;
  }

  public NodeCopy with(RedisConnector other) {
    redis = other;
    return this;
  }

  public NodeCopy with(TaskQueue other) {
    tasks = other;
    return this;
  }

  public NodeCopy with(EventSink other) {
    events = other;
    return this;
  }

  public NodeCopy with(MeterRegistry other) {
    meters = other;
    return this;
  }

  public NodeCopy with(Drain other) {
    drain = other;
    return this;
  }

  public Node made() {
    return new Node(
        info,
        original.vertx(),
        data,
        original.databases(),
        redis,
        original.pools(),
        original.blobs(),
        tasks,
        events,
        original.resources(),
        original.health(),
        original.discovery(),
        meters,
        drain,
        original.peers());
  }
}
