package io.moneyprinter.storage.sealing;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.sealing.SecretKeyWrapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackerTest {
  private static final int SEGMENT = 64 * 1024;
  private static final int SIZE = 5 * SEGMENT + 1_234;
  private static final Blob BLOB = new Blob("a".repeat(64), SIZE, "video/mp4");

  private static Vertx vertx;
  private static Packer packer;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    byte[] key = new byte[32];
    EncryptionConfig config =
        new EncryptionConfig(
            Optional.of("one"),
            Map.of("one", new EncryptionConfig.Key(Base64.getEncoder().encodeToString(key))));
    packer = new Packer(new WorkerPools(vertx, 2), Optional.of(new SecretKeyWrapper(config)), true);
  }

  @AfterAll
  static void stop() {
    answer(vertx.close());
  }

  @Test
  void anyStretchIsReadWithoutTheRest() throws IOException {
    byte[] bytes = random();
    Seal seal = answer(packer.seal(BLOB, true));
    Path object = packed(bytes, seal);

    for (int offset : new int[] {0, 1, SEGMENT - 100, 2 * SEGMENT, SIZE - 10, SIZE}) {
      byte[] stretch =
          answer(packer.range(BLOB.key(), () -> FileChannel.open(object), seal, offset, 70_000));
      assertThat(stretch)
          .as("from %d", offset)
          .isEqualTo(Arrays.copyOfRange(bytes, offset, Math.min(SIZE, offset + 70_000)));
    }
  }

  @Test
  void whatWasChangedMovedOrCutIsFound() throws IOException {
    Seal seal = answer(packer.seal(BLOB, true));
    byte[] object = Files.readAllBytes(packed(random(), seal));
    int head = object.length - SIZE - 6 * 16;

    byte[] flipped = object.clone();
    flipped[object.length / 2] ^= 1;
    byte[] swapped = object.clone();
    System.arraycopy(object, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
    System.arraycopy(object, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
    assertThat(head).as("length of the head").isPositive();
    for (byte[] damaged :
        new byte[][] {
          flipped,
          swapped,
          Arrays.copyOf(object, object.length - 1),
          Arrays.copyOf(object, 3 * SEGMENT),
          new byte[0]
        }) {
      Path file = Files.write(folder.resolve("damaged"), damaged);
      assertThat(failure(packer.unpack(BLOB.key(), file, seal, folder.resolve("back"))).code())
          .isEqualTo(FailureCode.RESOURCE);
    }
  }

  @Test
  void theObjectOfOneFileIsNotTakenForAnother() throws IOException {
    Seal seal = answer(packer.seal(BLOB, true));
    Path object = packed(random(), seal);

    assertThat(failure(packer.unpack("b".repeat(64), object, seal, folder.resolve("back"))).code())
        .isEqualTo(FailureCode.RESOURCE);
  }

  @Test
  void textsAreCompressedAndMediaAreNot() {
    for (String type : new String[] {"application/json", "text/vtt", "application/x-subrip"}) {
      assertThat(answer(packer.seal(new Blob(BLOB.key(), 600, type), false)).encoding())
          .isEqualTo(Encoding.ZSTD);
    }
    for (String type : new String[] {"video/mp4", "image/jpeg", "audio/wav"}) {
      assertThat(answer(packer.seal(new Blob(BLOB.key(), 600, type), false)).plain()).isTrue();
    }
  }

  @Test
  void aKeyOfAnotherLengthIsRefusedWithTheWayToMakeOne() {
    assertThatThrownBy(
            () ->
                new EncryptionConfig(
                    Optional.of("one"), Map.of("one", new EncryptionConfig.Key("c2hvcnQ="))))
        .hasMessageContaining("openssl rand -base64 32");
  }

  private Path packed(byte[] bytes, Seal seal) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    Path object = folder.resolve("object");
    answer(packer.pack(BLOB, file, seal, object));
    return object;
  }

  private static byte[] random() {
    byte[] bytes = new byte[SIZE];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
