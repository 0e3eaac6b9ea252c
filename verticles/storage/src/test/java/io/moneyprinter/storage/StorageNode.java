package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.health.HealthRegistry;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Drain;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.node.PeerLink;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.tasks.ResourcePool;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.vault.VaultConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A node that runs the storage service alone, with a data folder of its own. */
final class StorageNode implements AutoCloseable {
  private static final long LIMIT = 60;

  private final Node node;
  private final Database database;

  private StorageNode(Node node) {
    this.node = node;
    this.database = answer(node.databases().open("storage"), LIMIT);
  }

  /** The books, to look at what is really in them. */
  Database database() {
    return database;
  }

  /**
   * Starts a node.
   *
   * @param folder of its data
   * @param secret of the cluster; {@code null} for a node without others
   */
  static StorageNode start(
      Path folder, DatabaseAccess access, String redis, StorageConfig config, String secret) {
    return start(folder, access, redis, config, VaultConfig.none(), secret);
  }

  /** The same with a Vault. */
  static StorageNode start(
      Path folder,
      DatabaseAccess access,
      String redis,
      StorageConfig config,
      VaultConfig vault,
      String secret) {
    CallContext.prepare();
    Vertx vertx = Vertx.vertx();
    MessageCatalogue.all().registerOn(vertx.eventBus());
    DataFolder data = new DataFolder(folder);
    NodeInfo info =
        new NodeInfo(
            UUID.randomUUID().toString(), "test", "development", Set.of("test"), Instant.now());
    Node node =
        new Node(
            info,
            vertx,
            data,
            new Databases(vertx, access),
            new RedisConnector(vertx, redis),
            new WorkerPools(vertx, 2),
            new Blobs(vertx, data),
            null,
            EventSink.none(),
            ResourcePool.ample(vertx, TaskSlots.forCores(2)),
            new HealthRegistry("test"),
            new Discovery(vertx, info),
            new SimpleMeterRegistry(),
            new Drain(Duration.ofSeconds(1)),
            Optional.ofNullable(secret)
                .map(known -> new PeerLink("127.0.0.1", Optional.of(known), Optional.empty())));
    answer(vertx.deployVerticle(new StorageVerticle(config, node, vault)), LIMIT);
    return new StorageNode(node);
  }

  Node node() {
    return node;
  }

  Future<Blob> storing(byte[] bytes, String mediaType, StorageClass as) {
    try {
      StagedFile staged = node.blobs().stage(".bin");
      Files.write(staged.path(), bytes);
      return node.blobs().commit(staged, mediaType, "test", as);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Blob store(byte[] bytes, String mediaType, StorageClass as) {
    return answer(storing(bytes, mediaType, as), LIMIT);
  }

  /** The bytes of a file, brought here. */
  byte[] read(Blob blob) {
    try {
      return Files.readAllBytes(answer(node.blobs().local(blob), LIMIT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the plain file, as the cache does. */
  void evict(Blob blob) {
    try {
      Files.delete(node.blobs().path(blob));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(Blob blob) {
    return Files.exists(node.blobs().path(blob));
  }

  @Override
  public void close() {
    answer(node.vertx().close(), LIMIT);
  }
}
