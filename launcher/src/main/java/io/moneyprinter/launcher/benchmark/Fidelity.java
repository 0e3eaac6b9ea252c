package io.moneyprinter.launcher.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How near an encoded video is to the lossless composition. */
final class Fidelity {
  private static final Pattern LUMA = Pattern.compile("SSIM Y:([0-9.]+)");

  private final Program program;

  Fidelity(Program program) {
    this.program = program;
  }

  /** Structural similarity of the luma (Wang et al., 2004), mean of all frames, 0 to 1. */
  double ssim(Path video, Path reference) throws IOException {
    String said =
        program.run(
            List.of(
                "-i",
                video.toString(),
                "-i",
                reference.toString(),
                "-filter_complex",
                "[0:v]settb=AVTB,setpts=N*1000[a];[1:v]settb=AVTB,setpts=N*1000[b];[a][b]ssim",
                "-an",
                "-f",
                "null",
                "-"));
    Matcher found = LUMA.matcher(said);
    if (!found.find()) {
      throw new IOException("FFmpeg told no similarity: " + said);
    }
    return Double.parseDouble(found.group(1));
  }
}
