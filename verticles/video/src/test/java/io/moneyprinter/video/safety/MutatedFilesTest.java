package io.moneyprinter.video.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with random damage: each check ends soon, in a refusal or in none, whatever was hit. */
class MutatedFilesTest {
  private static final int VARIANTS = 150;
  private static final int[] EVIL = {0, 1, 0x7f, 0x80, 0xff};

  @RegisterExtension final TestNode test = TestNode.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {".mp4", ".mkv", ".avi", ".ts", ".gif", ".png", ".jpg", ".webp", ".tif", ".bmp"})
  void damageIsNeverMoreThanARefusal(String suffix) throws IOException {
    byte[] whole = Files.readAllBytes(made(suffix));
    ContainerCheck check = new ContainerCheck(MediaLimits.usual());
    Path file = test.node().data().staging().resolve("mutant");
    Random random = new Random(suffix.hashCode());
    long before = System.nanoTime();
    for (int i = 0; i < VARIANTS; i++) {
      byte[] mutant = mutated(whole, random);
      Files.write(file, mutant);
      try {
        check.check(file, mutant.length);
      } catch (ServiceFailure refused) {
        assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
      }
    }
    assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(10).toNanos());
  }

  /** Most damage goes where the structure is: to the first and last kilobytes. */
  private static byte[] mutated(byte[] whole, Random random) {
    int length = random.nextInt(8) == 0 ? 1 + random.nextInt(whole.length) : whole.length;
    byte[] mutant = Arrays.copyOf(whole, length);
    int hits = 1 + random.nextInt(8);
    for (int hit = 0; hit < hits; hit++) {
      int near = random.nextInt(Math.min(length, 3_000));
      int at = random.nextBoolean() ? near : length - 1 - near;
      int run = 1 + random.nextInt(4);
      for (int i = at; i < Math.min(length, at + run); i++) {
        mutant[i] = (byte) (random.nextBoolean() ? EVIL[random.nextInt(5)] : random.nextInt());
      }
    }
    return mutant;
  }

  private Path made(String suffix) {
    Blob clip = RealFfmpeg.clip(test.node(), 64, 48, 12, 12);
    boolean still = List.of(".png", ".jpg", ".webp", ".tif", ".bmp").contains(suffix);
    List<String> line =
        List.of(
            "-loglevel",
            "error",
            "-i",
            test.node().blobs().path(clip).toString(),
            "-frames:v",
            still ? "1" : "12");
    Blob made = RealFfmpeg.made(test.node(), line, program -> {}, suffix, "video/any");
    return test.node().blobs().path(made);
  }
}
