package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.home.ClassConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.storage.s3.BucketConfig;
import io.moneyprinter.storage.s3.CuttingProxy;
import io.moneyprinter.storage.s3.S3Server;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestEngines;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files that are kept in a bucket, on other nodes or encrypted, as services see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomesTest {
  private static final String SECRET = "of the cluster of the tests";
  private static final int MB = 1 << 20;
  private static final EncryptionConfig FIRST_KEY = keys("first", "first");

  @TempDir private Path folder;
  private TestEngines engines;
  private DatabaseAccess access;
  private S3Server server;
  private int seed;

  @RegisterExtension
  private final BeforeEachCallback databases =
      test -> {
        engines = TestEngines.of(test);
        access = engines.freshDatabases();
      };

  @BeforeAll
  void start() {
    server = new S3Server();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aResultGoesToItsBucketAndComesBackFromThere() {
    try (StorageNode node = node("one", config(bucket(true), EncryptionConfig.none()))) {
      byte[] bytes = random(6 * MB);
      Blob blob = node.store(bytes, "video/mp4", StorageClass.RESULTS);
      Blob segment = node.store(random(1_000), "video/mp4", StorageClass.SEGMENTS);

      assertThat(server.file("plain/" + place(blob))).exists();
      assertThat(server.file("plain/" + place(segment))).doesNotExist();
      node.evict(blob);
      assertThat(node.read(blob)).isEqualTo(bytes);
      assertThat(rows("SELECT 1 FROM upload").size()).isZero();
    }
  }

  @Test
  void whatWaitsForABucketThatIsDownIsThereAndGoesWhenItIsBack() {
    S3Server own = new S3Server();
    StorageConfig config = config(own, bucket(true), EncryptionConfig.none());
    own.down();
    try (StorageNode node = node("two", config)) {
      Blob blob = node.store(random(6 * MB), "video/mp4", StorageClass.RESULTS);

      assertThat(node.has(blob)).isTrue();
      assertThat(
              answer(node.node().health().report("storage")).checks().get("storage.bucket cloud"))
          .contains("cannot be reached");
      own.up();
      Await.until(
          "the file is in the bucket",
          Duration.ofSeconds(45),
          () -> Files.exists(own.file("plain/" + place(blob))));
    } finally {
      own.close();
    }
  }

  @Test
  void whereNoFallBackIsAllowedACommitFailsUntilTheBucketIsBack() {
    S3Server own = new S3Server();
    own.down();
    try (StorageNode node = node("three", config(own, bucket(false), EncryptionConfig.none()))) {
      assertThat(failure(node.storing(random(1_000), "video/mp4", StorageClass.RESULTS)).code())
          .isEqualTo(FailureCode.UNAVAILABLE);
    } finally {
      own.close();
    }
  }

  @Test
  void aNodeFetchesWhatItDoesNotHaveFromTheOneThatHasItOnceAlsoWhenTheConnectionBreaks()
      throws IOException {
    StorageConfig plain = config(ClassConfig.usual(), EncryptionConfig.none());
    try (StorageNode one = node("left", plain);
        StorageNode two = node("right", plain)) {
      byte[] bytes = random(3 * MB);
      Blob blob = one.store(bytes, "video/mp4", StorageClass.SEGMENTS);
      answer(one.node().blobs().remember("w".repeat(64), blob));
      String address = single("SELECT address FROM store JOIN place ON store_id = id").getString(0);
      int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
      try (CuttingProxy proxy = new CuttingProxy(port)) {
        rows(
            "UPDATE store SET address = '127.0.0.1:%d' WHERE address = '%s'"
                .formatted(proxy.port(), address));
        proxy.cutOneDownloadAfter(MB);

        assertThat(answer(two.node().blobs().recall("w".repeat(64)))).contains(blob);
        List<Future<Path>> many =
            IntStream.range(0, 8).mapToObj(i -> two.node().blobs().local(blob)).toList();
        answer(Future.all(many), 30);

        assertThat(proxy.connections()).as("the one that broke, and the next").isEqualTo(2);
      }
      assertThat(two.read(blob)).isEqualTo(bytes);
      assertThat(rows("SELECT 1 FROM place").size()).isEqualTo(2);
      one.evict(blob);
      assertThat(one.read(blob)).as("and back again").isEqualTo(bytes);
    }
  }

  @Test
  void aNodeOfAnotherSecretIsGivenNothing() {
    StorageConfig plain = config(ClassConfig.usual(), EncryptionConfig.none());
    try (StorageNode one = node("inside", plain);
        StorageNode two =
            StorageNode.start(
                folder.resolve("outside"), access, engines.redisUri(), plain, "another secret")) {
      Blob blob = one.store(random(1_000), "video/mp4", StorageClass.SEGMENTS);

      assertThat(failure(two.node().blobs().local(blob)).getMessage()).contains("cluster.secret");
      assertThat(two.has(blob)).isFalse();
    }
  }

  @Test
  void whatOnlyADeadNodeHadIsNotRecalledAndMayBeMadeAnew() {
    StorageConfig plain = config(ClassConfig.usual(), EncryptionConfig.none());
    String work = "d".repeat(64);
    try (StorageNode two = node("living", plain)) {
      Blob lost;
      try (StorageNode one = node("dying", plain)) {
        lost = one.store(random(1_000), "video/mp4", StorageClass.SEGMENTS);
        answer(one.node().blobs().remember(work, lost));
      }
      // As after kill -9: nobody said goodbye.
      rows("UPDATE store SET address = '127.0.0.1:1' WHERE address IS NULL");

      assertThat(failure(two.node().blobs().local(lost)).code()).isEqualTo(FailureCode.UNAVAILABLE);
      assertThat(answer(two.node().blobs().recall(work))).isEmpty();
      Blob made = two.store(random(1_001), "video/mp4", StorageClass.SEGMENTS);
      assertThat(answer(two.node().blobs().remember(work, made))).isEqualTo(made);
      assertThat(answer(two.node().blobs().recall(work))).contains(made);
      assertThat(rows("SELECT 1 FROM blob").size()).as("the lost one may come back").isEqualTo(2);
    }
  }

  @Test
  void encryptedFilesAreNowhereInTheClearAndAChangedOneIsNotTakenForTheFile() throws IOException {
    byte[] text = "{\"word\": \"unmistakable\"}\n".repeat(4_000).getBytes(StandardCharsets.UTF_8);
    try (StorageNode node = node("four", config(encrypted(false), FIRST_KEY))) {
      byte[] clip = random(2 * MB);
      Blob json = node.store(text, "application/json", StorageClass.RESULTS);
      Blob video = node.store(clip, "video/mp4", StorageClass.RESULTS);

      Path vault = node.node().data().root().resolve("vault");
      assertThat(found(vault)).hasSize(2);
      for (Path file : found(vault)) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("unmistakable");
      }
      assertThat(single("SELECT stored_size FROM home WHERE encoding = 'zstd'").getLong(0))
          .as("a text gets smaller")
          .isLessThan(text.length / 10);
      node.evict(json);
      node.evict(video);
      assertThat(node.read(json)).isEqualTo(text);
      assertThat(node.read(video)).isEqualTo(clip);

      node.evict(video);
      Path object =
          found(vault).stream()
              .filter(file -> file.getFileName().toString().startsWith(video.key()))
              .findFirst()
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(object);
      bytes[bytes.length / 2] ^= 1;
      Files.write(object, bytes);
      assertThat(failure(node.node().blobs().local(video)).getMessage()).contains("was changed");
      Files.write(object, Arrays.copyOf(bytes, bytes.length - 70_000));
      assertThat(failure(node.node().blobs().local(video)).getMessage()).contains("cut short");
      assertThat(node.has(video)).isFalse();
    }
  }

  @Test
  void keysAreWrappedAnewUnderTheCurrentOneAndTheOldOneCanGo() {
    byte[] bytes = random(6 * MB);
    Blob blob;
    try (StorageNode node = node("five", config(encrypted(true), FIRST_KEY))) {
      blob = node.store(bytes, "video/mp4", StorageClass.RESULTS);
    }
    String object = single("SELECT object FROM home").getString(0);
    try (StorageNode node =
        node("five", config(encrypted(true), keys("second", "first", "second")))) {
      Await.until(
          "the key is wrapped anew",
          Duration.ofSeconds(10),
          () -> rows("SELECT 1 FROM home WHERE key_id = 'second'").size() == 1);
      assertThat(node.has(blob)).isTrue();
    }
    assertThat(single("SELECT object FROM home").getString(0)).as("as it was").isEqualTo(object);
    try (StorageNode node = node("five", config(encrypted(true), keys("second", "second")))) {
      node.evict(blob);
      assertThat(node.read(blob)).isEqualTo(bytes);
      assertThat(answer(node.node().health().report("storage")).healthy()).isTrue();
    }
    try (StorageNode node = node("five", config(encrypted(true), keys("third", "third")))) {
      node.evict(blob);
      assertThat(failure(node.node().blobs().local(blob)).getMessage())
          .contains("storage.encryption.keys.second.secret");
      assertThat(answer(node.node().health().report("storage")).checks().get("storage.keys"))
          .contains("encrypted by the key 'second'");
    }
  }

  @Test
  void copiesGiveWayByTheirLastUseAndFilesWithoutAnotherHomeStay() throws IOException {
    StorageConfig usual = config(bucket(true), EncryptionConfig.none());
    CacheConfig small =
        new CacheConfig(new DataSize(2_500), Duration.ofMinutes(1), Duration.ofMillis(100));
    StorageConfig config =
        new StorageConfig(
            usual.minimumFree(),
            usual.stagingLife(),
            usual.retry(),
            true,
            0,
            usual.classes(),
            small,
            usual.encryption(),
            usual.buckets());
    try (StorageNode node = node("six", config)) {
      Blob old = node.store(random(1_000), "video/mp4", StorageClass.RESULTS);
      Blob older = node.store(random(1_001), "video/mp4", StorageClass.RESULTS);
      Blob fresh = node.store(random(1_002), "video/mp4", StorageClass.RESULTS);
      Blob only = node.store(random(1_003), "video/mp4", StorageClass.SEGMENTS);
      age(node, only, 9);
      age(node, old, 2);
      age(node, older, 3);

      Await.until("the copy gives way", Duration.ofSeconds(10), () -> !node.has(older));
      assertThat(List.of(node.has(old), node.has(fresh), node.has(only))).containsOnly(true);
      assertThat(node.read(older)).hasSize(1_001);
    }
  }

  private static void age(StorageNode node, Blob blob, int hours) throws IOException {
    Files.setLastModifiedTime(
        node.node().blobs().path(blob),
        FileTime.from(Instant.now().minus(Duration.ofHours(hours))));
  }

  private StorageNode node(String name, StorageConfig config) {
    return StorageNode.start(folder.resolve(name), access, engines.redisUri(), config, SECRET);
  }

  private static ClassConfig bucket(boolean fallback) {
    return new ClassConfig(Optional.of("cloud"), false, fallback);
  }

  private static ClassConfig encrypted(boolean inBucket) {
    return new ClassConfig(inBucket ? Optional.of("cloud") : Optional.empty(), true, true);
  }

  private static EncryptionConfig keys(String current, String... names) {
    Map<String, EncryptionConfig.Key> keys = new java.util.HashMap<>();
    for (String name : names) {
      byte[] bytes = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32);
      keys.put(name, new EncryptionConfig.Key(Base64.getEncoder().encodeToString(bytes)));
    }
    return new EncryptionConfig(Optional.of(current), keys);
  }

  private StorageConfig config(ClassConfig results, EncryptionConfig encryption) {
    return config(server, results, encryption);
  }

  private static StorageConfig config(
      S3Server server, ClassConfig results, EncryptionConfig encryption) {
    ClassConfig usual = ClassConfig.usual();
    Map<String, BucketConfig> buckets = Map.of("cloud", S3Server.bucket(server.port()));
    return new StorageConfig(
        new DataSize(1),
        Duration.ofDays(1),
        Duration.ofMillis(200),
        true,
        0,
        new ClassesConfig(usual, usual, usual, usual, results),
        CacheConfig.usual(),
        encryption,
        buckets);
  }

  private byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(++seed).nextBytes(bytes);
    return bytes;
  }

  private static String place(Blob blob) {
    return blob.key().substring(0, 2) + "/" + blob.key().substring(2, 4) + "/" + blob.key();
  }

  private static List<Path> found(Path under) throws IOException {
    try (Stream<Path> files = Files.walk(under)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Row single(String sql) {
    return rows(sql).iterator().next();
  }

  private RowSet<Row> rows(String sql) {
    io.vertx.core.Vertx vertx = io.vertx.core.Vertx.vertx();
    try {
      var database =
          answer(
              new io.moneyprinter.platform.database.Databases(vertx, access).open("storage"), 60);
      return answer(database.writer().query(sql).execute());
    } finally {
      answer(vertx.close());
    }
  }
}
