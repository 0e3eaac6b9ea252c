package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CleanStorage;
import io.moneyprinter.codecs.storage.CleanupReport;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.cleanup.CleanupConfig;
import io.moneyprinter.storage.home.ClassConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.storage.links.LinksConfig;
import io.moneyprinter.storage.quota.QuotaConfig;
import io.moneyprinter.storage.retention.RetentionConfig;
import io.moneyprinter.storage.retention.TierRetention;
import io.moneyprinter.storage.s3.S3Server;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A node whose files can be aged, with services that say which files they name. Parts are encrypted
 * on the disk, results encrypted in a bucket, the rest is plain.
 */
record CleanupRig(StorageNode node, Set<String> named) implements AutoCloseable {
  static final long SEGMENT_ROOM = 1_000;

  /** Named as a file, it keeps the services from answering. */
  static final String AWAY = "away";

  /**
   * A node that cleans up, over a bucket of the test's own.
   *
   * @param every pause between two cleanups
   */
  static CleanupRig start(
      Path folder, DatabaseAccess access, String redisUri, S3Server server, Duration every) {
    return over(StorageNode.start(folder, access, redisUri, config(server.port(), every), null));
  }

  static CleanupRig over(StorageNode node) {
    Set<String> named = ConcurrentHashMap.newKeySet();
    EventBus bus = node.node().vertx().eventBus();
    StorageMessages.NAMED_BY_JOBS.serve(
        bus,
        asked ->
            named.contains(AWAY)
                ? Future.failedFuture(ServiceFailure.unavailable("Nobody is there"))
                : Future.succeededFuture(
                    new FileList(asked.keys().stream().filter(named::contains).toList())));
    StorageMessages.NAMED_BY_LIBRARIES.serve(
        bus, asked -> Future.succeededFuture(new FileList(List.of())));
    return new CleanupRig(node, named);
  }

  /**
   * Settings of the node.
   *
   * @param every pause between two cleanups
   */
  static StorageConfig config(int bucketPort, Duration every) {
    ClassConfig usual = ClassConfig.usual();
    byte[] key = Arrays.copyOf(new byte[] {7}, 32);
    return new StorageConfig(
        new DataSize(1),
        Duration.ofDays(1),
        Duration.ofMillis(every.toMillis() / 4),
        true,
        0,
        new ClassesConfig(
            usual,
            usual,
            new ClassConfig(Optional.empty(), true, true),
            usual,
            new ClassConfig(Optional.of("cloud"), true, true)),
        CacheConfig.usual(),
        new EncryptionConfig(
            Optional.of("key"),
            Map.of("key", new EncryptionConfig.Key(Base64.getEncoder().encodeToString(key)))),
        Map.of("cloud", S3Server.bucket(bucketPort)),
        Map.of("poor", "free"),
        QuotaConfig.none(),
        new RetentionConfig(
            Duration.ofHours(24),
            new DataSize(SEGMENT_ROOM),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofDays(30)),
            Map.of(
                "free",
                new TierRetention(
                    Optional.empty(),
                    Optional.of(Duration.ofDays(1)),
                    Optional.empty(),
                    Optional.of(Duration.ofDays(7))))),
        new CleanupConfig(
            every, Duration.ofHours(1), 2, Duration.ofSeconds(2), every, Duration.ofDays(1)),
        LinksConfig.usual());
  }

  Blob store(String tenant, String text, StorageClass as) {
    StagedFile staged = node.node().blobs().stage(".bin");
    try {
      Files.writeString(staged.path(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer(
        StorageMessages.COMMIT.ask(
            bus(),
            new CommitFile(staged.name(), "application/octet-stream", "test", as),
            new CallContext("c", tenant, "someone", null)));
  }

  /** As if it had been stored and used last so long ago. */
  void age(Blob blob, Duration by) {
    sql(
        "UPDATE blob SET last_used = now() - interval '%d s' WHERE key = '%s'"
            .formatted(by.toSeconds(), blob.key()));
    sql(
        "UPDATE holder SET since = now() - interval '%d s' WHERE blob_key = '%s'"
            .formatted(by.toSeconds(), blob.key()));
  }

  CleanupReport clean(boolean dryRun) {
    return answer(cleaning(dryRun), 60);
  }

  Future<CleanupReport> cleaning(boolean dryRun) {
    return StorageMessages.CLEAN.ask(bus(), new CleanStorage(dryRun));
  }

  Future<Blob> find(Blob blob) {
    return StorageMessages.FIND.ask(bus(), new FindBlob(blob.key()));
  }

  /** Keys of the files whose entry is still in the books. */
  List<String> entries() {
    List<String> keys = new ArrayList<>();
    answer(node.database().writer().query("SELECT key FROM blob").execute())
        .forEach(row -> keys.add(row.getString("key")));
    return keys;
  }

  int sql(String sql) {
    return answer(node.database().writer().query(sql).execute().map(rows -> rows.rowCount()));
  }

  int count(String table) {
    return answer(
        node.database().writer().query("SELECT 1 FROM " + table).execute().map(r -> r.size()));
  }

  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  EventBus bus() {
    return node.node().vertx().eventBus();
  }

  @Override
  public void close() {
    node.close();
  }
}
