package io.moneyprinter.testsupport;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.health.HealthRegistry;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.tasks.PostgresTaskQueue;
import io.moneyprinter.platform.tasks.QueueLimits;
import io.moneyprinter.platform.tasks.ResourcePool;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A node for one test: fresh Vert.x with the catalogue, fresh data folder, and, when asked for,
 * real databases of its own.
 *
 * <pre>{@code
 * @RegisterExtension final TestNode test = TestNode.withDatabases();
 * }</pre>
 */
public final class TestNode implements BeforeEachCallback, AfterEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final boolean engines;
  private final boolean storage;
  private Node node;
  private DatabaseAccess access;

  private TestNode(boolean engines, boolean storage) {
    this.engines = engines;
    this.storage = storage;
  }

  /** Without PostgreSQL and Redis, storing files on disk: for services that keep no records. */
  public static TestNode plain() {
    return new TestNode(false, true);
  }

  /** With real, empty databases and Redis, storing files on disk. */
  public static TestNode withDatabases() {
    return new TestNode(true, true);
  }

  /** The same, with nobody answering the storage messages: for the storage service's own tests. */
  public static TestNode withoutStorage() {
    return new TestNode(true, false);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    open(engines ? TestEngines.of(test) : null);
  }

  /** Starts the node outside of a test; to be closed. */
  public void open(TestEngines with) {
    CallContext.prepare();
    Vertx vertx = Vertx.vertx();
    MessageCatalogue.all().registerOn(vertx.eventBus());
    DataFolder data = new DataFolder(TestFolders.make("node"));
    if (storage) {
      new FileBlobs(data).serve(vertx.eventBus());
    }
    NodeInfo info = new NodeInfo("test-node", "test", "development", Set.of("test"), Instant.now());
    access = engines ? with.freshDatabases() : null;
    Databases databases = engines ? with.databases(vertx, access) : null;
    TaskQueue queue =
        engines
            ? Answers.answer(
                databases
                    .open("queue")
                    .compose(db -> PostgresTaskQueue.open(vertx, db, QueueLimits.USUAL)),
                60)
            : new NoTaskQueue();
    node =
        new Node(
            info,
            vertx,
            data,
            databases,
            engines ? new RedisConnector(vertx, with.redisUri()) : null,
            new WorkerPools(vertx, 2),
            new Blobs(vertx, data),
            queue,
            EventSink.none(),
            ResourcePool.ample(vertx, TaskSlots.forCores(2)),
            new HealthRegistry("test"),
            new Discovery(vertx, info),
            new SimpleMeterRegistry(),
            new Drain(PATIENCE),
            Optional.empty());
  }

  public Node node() {
    return node;
  }

  public Vertx vertx() {
    return node.vertx();
  }

  /** How the test's databases are reached, for looking at what is really stored. */
  public DatabaseAccess access() {
    return access;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    close();
  }

  public void close() {
    // As in a node: who still asked while its connections are closed could hold that up for good.
    Answers.answer(node.tasks().close());
    Answers.answer(node.vertx().close());
    DataFolder.delete(node.data().root());
  }
}
