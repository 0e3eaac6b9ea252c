package io.moneyprinter.video.safety;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.vertx.core.Future;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFilesTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final long MOST_CHILD_BYTES = 256L << 20;
  private static final long MOST_HEAP_BYTES = 512L << 20;

  @RegisterExtension final TestNode test = TestNode.plain();

  private Ffmpeg ffmpeg;
  private MediaProbe probe;

  @BeforeEach
  void prepare() {
    ffmpeg = RealFfmpeg.on(test.node());
    probe = new MediaProbe(ffmpeg, test.node().pools(), MediaLimits.usual());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.moneyprinter.video.safety.HostileFiles#all")
  void isRefusedSoonAndCheaply(String name, byte[] bytes, String words) throws IOException {
    ServiceFailure failure = refusal(written(bytes), bytes.length);

    assertThat(failure).hasMessageContaining(words).hasMessageContaining(": ");
    assertThat(failure.getMessage().length()).isLessThan(300);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.moneyprinter.video.safety.HostileFiles#all")
  void isParsedWithLittleMemory(String name, byte[] bytes, String words) throws IOException {
    Path file = written(bytes);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      new ContainerCheck(MediaLimits.usual()).check(file, bytes.length);
    } catch (ServiceFailure refused) {
      assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_HEAP_BYTES);
  }

  @Test
  void aPipeThatNeverEndsIsRefused() throws Exception {
    Path pipe = test.node().data().staging().resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(refusal(pipe, 1_000)).hasMessageContaining("no plain file");
  }

  @Test
  void aLinkIsRefused() throws IOException {
    Path link = test.node().data().staging().resolve("link");
    Files.createSymbolicLink(link, Path.of("/etc/passwd"));

    assertThat(refusal(link, 1_000)).hasMessageContaining("a link");
  }

  @Test
  void aFileThatStillGrowsIsRefused() throws IOException {
    assertThat(refusal(written(new byte[2_000]), 1_000))
        .hasMessageContaining("2000 bytes, not the 1000")
        .hasMessageContaining("wait");
  }

  @Test
  void aClipIsRefusedWhereverItIsCutOff() throws IOException {
    Blob clip = RealFfmpeg.clip(test.node(), 128, 224, 12, 24);
    byte[] indexLast = Files.readAllBytes(test.node().blobs().path(clip));
    Blob quick = RealFfmpeg.clip(test.node(), 128, 224, 12, 24, "-movflags", "+faststart");
    byte[] indexFirst = Files.readAllBytes(test.node().blobs().path(quick));

    assertThat(cut(indexLast, indexLast.length - 20)).contains("cut off").contains("moov");
    assertThat(cut(indexLast, indexLast.length / 2)).contains("cut off");
    assertThat(cut(indexFirst, 300)).contains("cut off").contains("moov");
    assertThat(cut(indexFirst, indexFirst.length - 20)).contains("cut off").contains("mdat");
  }

  @Test
  void aStreamWhoseTimesLieIsRefused() throws IOException {
    byte[] early = transport("0");
    byte[] late = transport("72000");
    Bytes both = new Bytes();
    both.bytes(early).bytes(late);

    assertThat(refusal(written(both.done()), both.done().length))
        .hasMessageContaining("plays for")
        .hasMessageContaining("video.limits.length");
  }

  @Test
  void aHugeBlankPictureIsReadInLittleMemory() throws IOException {
    Bytes png = new Bytes().bytes(Bytes.pngHead(5_000, 5_000));
    png.bytes(Bytes.png("IDAT", Bytes.bomb(3))).bytes(Bytes.png("IEND", new byte[0]));

    assertThat(bounded(probe(written(png.done()), png.done().length)).width()).isEqualTo(5_000);
  }

  private String cut(byte[] whole, int length) throws IOException {
    return refusal(written(Arrays.copyOf(whole, length)), length).getMessage();
  }

  private byte[] transport(String from) throws IOException {
    Blob clip = RealFfmpeg.clip(test.node(), 64, 64, 12, 24);
    List<String> line =
        List.of(
            "-i",
            test.node().blobs().path(clip).toString(),
            "-c",
            "copy",
            "-output_ts_offset",
            from,
            "-f",
            "mpegts");
    Blob made = RealFfmpeg.made(test.node(), line, program -> {}, ".ts", "video/mp2t");
    return Files.readAllBytes(test.node().blobs().path(made));
  }

  private Path written(byte[] bytes) throws IOException {
    return Files.write(test.node().blobs().stage(".mp4").path(), bytes);
  }

  private Future<MediaInfo> probe(Path file, long size) {
    return probe.probe(new Blob("ab".repeat(32), size, "video/mp4"), file);
  }

  private ServiceFailure refusal(Path file, long size) throws IOException {
    ServiceFailure failure =
        failure(
            bounded(
                probe(file, size)
                    .map(info -> Future.<MediaInfo>failedFuture("accepted"))
                    .recover(cause -> Future.succeededFuture(Future.failedFuture(cause)))));
    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    return failure;
  }

  /** Waits, and holds time, the children's memory and what is left behind against the bounds. */
  private <T> T bounded(Future<T> looking) throws IOException {
    long before = System.nanoTime();
    try (ChildWatch children = new ChildWatch()) {
      T value = answer(looking);
      assertThat(children.peak()).isLessThan(MOST_CHILD_BYTES);
      return value;
    } finally {
      assertThat(System.nanoTime() - before).isLessThan(SOON.toNanos());
      assertThat(ffmpeg.processes()).isZero();
      Path scratch = test.node().data().root().resolve("scratch");
      if (Files.exists(scratch)) {
        try (Stream<Path> left = Files.list(scratch)) {
          assertThat(left).isEmpty();
        }
      }
    }
  }
}
