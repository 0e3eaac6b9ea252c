package io.moneyprinter.video.ffmpeg;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.safety.MediaLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledOnOs(OS.LINUX)
class ResourceLimitsTest {
  private static final MediaLimits USUAL = MediaLimits.usual();

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void aClipThatTakesMoreMemoryThanALookMayIsRefusedWithTheRemedy() {
    Blob large = RealFfmpeg.clip(test.node(), 3840, 2160, 30, 3);
    MediaLimits tight = limits("200MB", "6GB", "64GB");
    MediaProbe probe = new MediaProbe(ffmpeg(tight), test.node().pools(), tight);

    ServiceFailure failure = failure(probe.probe(large, test.node().blobs().path(large)));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure).hasMessageContaining("200 MB").hasMessageContaining("look-memory");
  }

  @Test
  void aClipOf4kIsLookedAtWithinTheUsualLimits() {
    Blob large = RealFfmpeg.clip(test.node(), 3840, 2160, 30, 3);
    MediaProbe probe = new MediaProbe(ffmpeg(USUAL), test.node().pools(), USUAL);

    assertThat(answer(probe.probe(large, test.node().blobs().path(large))).width()).isEqualTo(3840);
  }

  @Test
  void anFfmpegThatTakesMoreMemoryThanItMayIsEnded() {
    ServiceFailure failure =
        failure(ffmpeg(limits("1GB", "10MB", "64GB")).run(encode("-f", "null", "-")));

    assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(failure).hasMessageContaining("10 MB").hasMessageContaining("work-memory");
  }

  @Test
  void aFileThatGrowsBeyondItsLimitEndsTheRun() {
    ServiceFailure failure =
        failure(
            ffmpeg(limits("1GB", "6GB", "2MB"))
                .run(encode("-c:v", "rawvideo", "-f", "rawvideo", "out.raw")));

    assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(failure).hasMessageContaining("2 MB").hasMessageContaining("output-size");
  }

  @Test
  void theShellBoundsAProgramAsPrlimitDoes() throws Exception {
    ResourceLimits limits = new ResourceLimits(256L << 20, 0, 8L << 20, 5);
    List<List<String>> prefixes = List.of(limits.prefix(), limits.withShell());
    for (List<String> prefix : prefixes) {
      List<String> line = new ArrayList<>(prefix);
      line.addAll(List.of("/bin/cat", "/proc/self/limits"));
      Process process = new ProcessBuilder(line).start();
      String bounds = new String(process.getInputStream().readAllBytes());

      assertThat(process.waitFor()).isZero();
      assertThat(bounds)
          .containsPattern("Max address space +268435456 ")
          .containsPattern("Max file size +8388608 ")
          .containsPattern("Max cpu time +5 ")
          .containsPattern("Max core file size +0 ");
    }
  }

  @Test
  void aChildHearsNothingOfOurKeysAndProxies() throws IOException {
    Map<String, String> environment =
        new java.util.HashMap<>(
            Map.of("PATH", "/bin", "SECRET_KEY", "x", "http_proxy", "y", "CUDA_CACHE_PATH", "z"));

    ChildEnvironment.prepare(environment, RealFfmpeg.program(), Path.of("/tmp/own"), true);

    assertThat(environment)
        .containsKeys("PATH", "LD_LIBRARY_PATH", "CUDA_CACHE_PATH")
        .containsEntry("TMPDIR", "/tmp/own")
        .doesNotContainKeys("SECRET_KEY", "http_proxy");
  }

  private Ffmpeg ffmpeg(MediaLimits limits) {
    return new Ffmpeg(
        test.node().vertx(), test.node().pools(), test.node().data(), RealFfmpeg.program(), limits);
  }

  private static FfmpegCommand encode(String... output) {
    List<String> line = new ArrayList<>(List.of("-v", "error", "-f", "rawvideo", "-s", "640x480"));
    line.addAll(List.of("-pix_fmt", "rgb24", "-r", "30", "-i", "pipe:0"));
    line.addAll(List.of(output));
    return FfmpegCommand.convert("encode", Duration.ofSeconds(15), line)
        .fedBy(
            program -> {
              while (true) {
                program.write(new byte[640 * 480 * 3]);
              }
            });
  }

  private static MediaLimits limits(String look, String work, String output) {
    return new MediaLimits(
        USUAL.side(),
        USUAL.pixels(),
        USUAL.framePixels(),
        USUAL.length(),
        USUAL.streams(),
        USUAL.lookTime(),
        DataSize.parse(look),
        DataSize.parse(work),
        DataSize.parse(output));
  }
}
