package io.moneyprinter.video.ffmpeg;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Capabilities;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FfmpegTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void theBundledProgramRunsOnThisMachineAndKnowsItsBuild() {
    FfmpegProgram program = RealFfmpeg.program();

    assertThat(program.version()).startsWith("8.");
    assertThat(program.build()).hasSize(16);
  }

  @Test
  void anEncoderIsOfferedOnlyAfterItEncoded() {
    EncoderProbe probe = probe();

    VideoEncoder chosen = answer(probe.choose(List.of("h264_vaapi", "libx264")));

    assertThat(chosen.name()).isIn("libx264", "h264_vaapi");
    assertThat(chosen.signature(RealFfmpeg.program())).contains("build");
  }

  @Test
  void noWorkingEncoderIsSaidWithTheReason() {
    EncoderCatalogue broken = new EncoderCatalogue("no-such-preset", 21);
    EncoderProbe probe =
        new EncoderProbe(
            RealFfmpeg.on(test.node()), broken, test.node().pools(), test.node().data().cache("e"));

    ServiceFailure failure = failure(probe.choose(List.of("libx264")));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("libx264").hasMessageContaining("preset");
  }

  @Test
  void everyCodecHasAnEncoderAndHardwareThatIsNotThereIsRefusedWithItsReason() {
    EncoderCatalogue catalogue = new EncoderCatalogue("superfast", 21);
    EncoderChoice choice =
        answer(
            EncoderChoice.make(
                catalogue,
                probe(),
                RealFfmpeg.program(),
                List.of("hevc_videotoolbox", "libaom-av1")));

    for (VideoCodec codec : VideoCodec.values()) {
      Encoding encoding = new Encoding(codec, OutputBrief.Quality.STANDARD);
      assertThat(choice.planned(encoding).codec()).isEqualTo(codec);
      assertThat(choice.planned(encoding).hardware()).isFalse();
      assertThat(choice.instead(encoding)).isEmpty();
    }
    assertThat(choice.planned(new Encoding(VideoCodec.HEVC, OutputBrief.Quality.HIGH)).name())
        .isEqualTo("libx265");
    assertThat(choice.planned(new Encoding(VideoCodec.AV1, OutputBrief.Quality.HIGH)).name())
        .isEqualTo("libaom-av1");
    assertThat(choice.hardware()).isFalse();
    assertThat(Arrays.stream(OutputBrief.Quality.values()).map(q -> choice.signature(h264(q))))
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> catalogue.named("h264_magic"))
        .hasMessageContaining("h264_magic")
        .hasMessageContaining("h264_nvenc");
  }

  @Test
  void decodingFilteringAndEncodingAreTriedApart() {
    Capabilities found =
        answer(
            new CapabilityReport(
                    RealFfmpeg.on(test.node()),
                    new EncoderCatalogue("superfast", 21),
                    probe(),
                    test.node().pools(),
                    test.node().data(),
                    () -> Future.succeededFuture(List.of("Sans")))
                .make(),
            60);

    assertThat(found.encoders().stream().filter(Capabilities.Encoder::works))
        .extracting(Capabilities.Encoder::name)
        .contains("libx264", "libx265", "libsvtav1", "libaom-av1", "libvpx-vp9", "prores_ks");
    assertThat(found.accelerators())
        .extracting(Capabilities.Accelerator::name)
        .containsExactly("cuda", "qsv", "vaapi", "videotoolbox");
    // No machine has all of these; what a part cannot do, it gives a reason for.
    assertThat(found.accelerators()).anyMatch(a -> !a.decode().works());
    assertThat(found.accelerators())
        .allSatisfy(
            a -> {
              assertThat(a.decode().detail()).isNotBlank();
              assertThat(a.filter().detail()).isNotBlank();
              assertThat(a.encode().detail()).isNotBlank();
            });
    assertThat(scratch()).isEmpty();
  }

  private static Encoding h264(OutputBrief.Quality quality) {
    return new Encoding(VideoCodec.H264, quality);
  }

  @Test
  void framesAreReportedWhileTheyAreEncoded() {
    AtomicLong frames = new AtomicLong();
    FfmpegCommand command =
        endless("encode on and on", program -> feed(program, 400)).telling(frames::set);

    answer(RealFfmpeg.on(test.node()).run(command), 30);

    assertThat(frames.get()).isPositive();
  }

  @Test
  void cancelKillsTheProcessWithinTwoSecondsAndLeavesNothingBehind() {
    Ffmpeg ffmpeg = RealFfmpeg.on(test.node());
    Studio.Task task = new Studio.Task();
    AtomicLong frames = new AtomicLong();
    Future<FfmpegOutput> run =
        ffmpeg.run(
            endless("encode on and on", program -> feed(program, 1_000_000)).telling(frames::set),
            task);
    Await.until("some frames are out", Duration.ofSeconds(10), () -> frames.get() > 0);
    long before = System.nanoTime();

    task.cancel();

    assertThat(failure(run).code()).isEqualTo(FailureCode.CANCELLED);
    assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(2).toNanos());
    assertThat(ffmpeg.processes()).isZero();
    assertThat(scratch()).isEmpty();
  }

  @Test
  void whatTakesTooLongIsEnded() {
    FfmpegCommand slow =
        new FfmpegCommand(
            "wait",
            false,
            endless("wait", program -> feed(program, 1_000_000)).arguments(),
            Duration.ofMillis(700),
            program -> feed(program, 1_000_000),
            null,
            false);

    assertThat(failure(RealFfmpeg.on(test.node()).run(slow)).code()).isEqualTo(FailureCode.TIMEOUT);
  }

  @Test
  void aFailureCarriesTheEndOfTheLog() {
    FfmpegCommand command =
        FfmpegCommand.convert(
            "read nothing", Duration.ofSeconds(5), List.of("-i", "/nonexistent.mp4", "x.mp4"));

    ServiceFailure failure = failure(RealFfmpeg.on(test.node()).run(command));

    assertThat(failure.code()).isEqualTo(FailureCode.INTERNAL);
    assertThat(failure)
        .hasMessageContaining("could not read nothing")
        .hasMessageContaining("No such file");
  }

  @Test
  void framesThatCannotBeMadeEndTheRunWithTheirOwnReason() {
    FfmpegCommand command =
        endless(
            "draw",
            program -> {
              throw new IllegalStateException("the pencil broke");
            });

    assertThat(failure(RealFfmpeg.on(test.node()).run(command)))
        .hasMessageContaining("the pencil broke");
  }

  private EncoderProbe probe() {
    return new EncoderProbe(
        RealFfmpeg.on(test.node()),
        new EncoderCatalogue("superfast", 21),
        test.node().pools(),
        test.node().data().cache("encoders"));
  }

  private List<Path> scratch() {
    Path scratch = test.node().data().root().resolve("scratch");
    try (Stream<Path> left = Files.list(scratch)) {
      return left.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FfmpegCommand endless(String purpose, FrameFeed feed) {
    return FfmpegCommand.convert(
            purpose,
            Duration.ofSeconds(60),
            List.of(
                "-loglevel",
                "error",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "-s",
                "320x240",
                "-r",
                "30",
                "-i",
                "pipe:0",
                "-c:v",
                "libx264",
                "-f",
                "null",
                "-"))
        .fedBy(feed);
  }

  private static void feed(java.io.OutputStream program, int frames) throws IOException {
    byte[] picture = new byte[320 * 240 * 3];
    for (int i = 0; i < frames; i++) {
      java.util.Arrays.fill(picture, (byte) i);
      program.write(picture);
    }
  }
}
