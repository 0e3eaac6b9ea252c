package io.moneyprinter.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("kernelEndsChildren")
class TetherTest {
  static boolean kernelEndsChildren() {
    return Files.isExecutable(Path.of("/usr/bin/setpriv"));
  }

  @Test
  void aProgramDoesNotOutliveItsJvmWhenThatIsKilled() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = jvm.inputReader()) {
      assertThat(out.readLine()).isEqualTo("running");
      Await.until(
          "FFmpeg runs",
          Duration.ofSeconds(10),
          () -> jvm.toHandle().children().anyMatch(TetherTest::isFfmpeg));
      ProcessHandle child =
          jvm.toHandle().children().filter(TetherTest::isFfmpeg).findFirst().orElseThrow();

      jvm.destroyForcibly();

      Await.until("FFmpeg is gone", Duration.ofSeconds(5), () -> !isFfmpeg(child));
    } finally {
      jvm.destroyForcibly();
    }
  }

  private static boolean isFfmpeg(ProcessHandle process) {
    return process.info().command().filter(line -> line.endsWith("/ffmpeg")).isPresent();
  }

  /** Starts a run that would never end, and waits. */
  static final class Endless {
    public static void main(String[] arguments) throws Exception {
      TestNode test = TestNode.plain();
      test.beforeEach(null);
      var clip = RealFfmpeg.clip(test.node(), 64, 64, 30, 30);
      List<String> line =
          List.of(
              "-v",
              "error",
              "-re",
              "-stream_loop",
              "-1",
              "-i",
              test.node().blobs().path(clip).toString(),
              "-f",
              "null",
              "-");
      RealFfmpeg.on(test.node())
          .run(FfmpegCommand.convert("go on for ever", Duration.ofMinutes(5), line));
      System.out.println("running");
      Thread.currentThread().join();
    }
  }
}
