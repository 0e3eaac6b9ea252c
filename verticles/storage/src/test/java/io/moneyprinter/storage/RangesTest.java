package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.ReadStretch;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.Stretch;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.home.ClassConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.storage.s3.CuttingProxy;
import io.moneyprinter.storage.s3.S3Server;
import io.moneyprinter.testsupport.TestEngines;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stretches of files that do not lie plain on the node, and how many bytes they cost. Parts and
 * results are encrypted, parts on the disk and results in a bucket; materials are plain in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RangesTest {
  private static final int SEGMENT = 64 << 10;

  /** Headers of one answer. */
  private static final int HEADERS = 2_000;

  @TempDir private static Path folder;
  private final byte[] clip = new byte[3 << 20];
  private S3Server server;
  private CuttingProxy proxy;
  private TestEngines engines;
  private DatabaseAccess access;
  private StorageNode node;

  @RegisterExtension
  private final BeforeEachCallback start =
      test -> {
        if (node == null) {
          new Random(5).nextBytes(clip);
          engines = TestEngines.of(test);
          access = engines.freshDatabases();
          server = new S3Server();
          proxy = new CuttingProxy(server.port());
          node = start("one");
        }
      };

  private StorageNode start(String name) {
    return StorageNode.start(
        folder.resolve(name), access, engines.redisUri(), config(), "of the tests");
  }

  private StorageConfig config() {
    ClassConfig usual = ClassConfig.usual();
    byte[] key = Arrays.copyOf("a key".getBytes(StandardCharsets.UTF_8), 32);
    return new StorageConfig(
        new DataSize(1),
        Duration.ofDays(1),
        Duration.ofMillis(200),
        true,
        0,
        new ClassesConfig(
            usual,
            usual,
            new ClassConfig(Optional.empty(), true, true),
            new ClassConfig(Optional.of("cloud"), false, true),
            new ClassConfig(Optional.of("cloud"), true, true)),
        CacheConfig.usual(),
        new EncryptionConfig(
            Optional.of("key"),
            Map.of("key", new EncryptionConfig.Key(Base64.getEncoder().encodeToString(key)))),
        Map.of("cloud", S3Server.bucket(proxy.port())));
  }

  @AfterAll
  void stop() throws IOException {
    node.close();
    proxy.close();
    server.close();
  }

  /** A file of its own, no longer plain on the node. */
  private Blob kept(byte[] bytes, StorageClass as) {
    Blob blob = node.store(bytes, "video/mp4", as);
    node.evict(blob);
    proxy.downloaded();
    return blob;
  }

  private static Future<Stretch> reading(StorageNode from, Blob blob, long offset, int length) {
    return StorageMessages.READ_STRETCH.askHere(
        from.node().vertx().eventBus(), new ReadStretch(blob.key(), offset, length));
  }

  private void same(StorageNode from, Blob blob, byte[] bytes, int offset, int length) {
    assertThat(answer(reading(from, blob, offset, length)).bytes())
        .as("%d from %d", length, offset)
        .isEqualTo(Arrays.copyOfRange(bytes, offset, Math.min(bytes.length, offset + length)));
  }

  @Test
  void ofAPlainObjectInABucketJustTheStretchIsAskedFor() {
    clip[0] = 1;
    Blob blob = kept(clip, StorageClass.MATERIALS);

    same(node, blob, clip, 1_000_000, 5_000);

    assertThat(proxy.downloaded()).isBetween(5_000L, 5_000L + HEADERS);
    same(node, blob, clip, clip.length - 10, 100);
    assertThat(answer(reading(node, blob, clip.length, 10)).bytes()).isEmpty();
    assertThat(node.has(blob)).isFalse();
  }

  @Test
  void ofAnEncryptedObjectInABucketJustTheSegmentsAreAskedFor() {
    clip[0] = 2;
    Blob blob = kept(clip, StorageClass.RESULTS);
    int content = SEGMENT - 16;

    // Within a segment, over the border of two, the first, which has the head, and the last.
    int[][] stretches = {
      {2 * content - 40 + 7, 100, 1},
      {2 * content - 40 - 50, 100, 2},
      {0, content - 40, 1},
      {0, content - 39, 2},
      {clip.length - 100, 1_000, 1},
      {1_000_000, 1 << 20, 18}
    };
    for (int[] one : stretches) {
      same(node, blob, clip, one[0], one[1]);
      assertThat(proxy.downloaded())
          .as("%d from %d", one[1], one[0])
          .isLessThanOrEqualTo(one[2] * (long) SEGMENT + 2 * HEADERS);
    }
    assertThat(node.has(blob)).isFalse();
  }

  @Test
  void ofAnEncryptedFileOnAnotherNodeJustTheStretchTravelsAndNothingIsUnpackedThere() {
    clip[0] = 3;
    Blob blob = kept(clip, StorageClass.PARTS);
    List<Future<Stretch>> many =
        IntStream.range(0, 16).mapToObj(i -> reading(node, blob, i * 70_000L, 1_000)).toList();
    answer(Future.all(many), 10);
    same(node, blob, clip, 70_000, 1_000);
    try (StorageNode two = start("two")) {
      same(two, blob, clip, 1_234_567, 300_000);

      assertThat(node.has(blob)).isFalse();
      assertThat(two.has(blob)).isFalse();
    }
  }

  @Test
  void aCompressedFileIsBroughtWhole() {
    byte[] text = "{\"word\": \"same\"}\n".repeat(3_000).getBytes(StandardCharsets.UTF_8);
    Blob blob = node.store(text, "application/json", StorageClass.PARTS);
    node.evict(blob);

    same(node, blob, text, 20_000, 500);

    assertThat(node.has(blob)).isTrue();
  }

  @Test
  void whatWasChangedIsNotHandedOutAndWhatCannotBeReachedIsToldApart() throws IOException {
    clip[0] = 4;
    Blob blob = kept(clip, StorageClass.RESULTS);
    Path object;
    try (var files = Files.walk(server.file("packed"))) {
      object =
          files
              .filter(file -> file.getFileName().toString().startsWith(blob.key()))
              .findFirst()
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(object);
    bytes[bytes.length / 2] ^= 1;
    Files.write(object, bytes);

    same(node, blob, clip, 0, 1_000);
    assertThat(failure(reading(node, blob, clip.length / 2 - 500, 1_000)).code())
        .isEqualTo(FailureCode.RESOURCE);
    Files.delete(object);
    assertThat(failure(reading(node, blob, 0, 10)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(reading(node, blob, 0, ReadStretch.MOST + 1)).code())
        .isEqualTo(FailureCode.INVALID);
  }
}
