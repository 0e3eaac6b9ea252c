package io.moneyprinter.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.video.RealFfmpeg;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class StandInLibraryTest {
  @TempDir Path folder;

  @Test
  void theProgramStartsWithStandInsForEverythingAServerLacks() throws Exception {
    for (String library :
        new String[] {"libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0"}) {
      assertThat(StandInLibrary.write(folder, library, BundledFfmpeg.platform())).isPresent();
    }
    Path program = RealFfmpeg.program().ffmpeg();
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "-v", "error", "-version").redirectErrorStream(true);
    builder.environment().put("LD_LIBRARY_PATH", folder + File.pathSeparator + program.getParent());

    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(text).isZero();
    assertThat(text).startsWith("ffmpeg version").doesNotContain("no version information");
  }

  @Test
  void aLibraryThatIsReallyNeededHasNoStandIn() throws Exception {
    assertThat(StandInLibrary.write(folder, "libc.so.6", BundledFfmpeg.platform())).isEmpty();
  }
}
