package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CaptionsCommandTest {
  @TempDir private Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void presetsAreListedWithWhatTheyLookLike() {
    assertThat(run("captions")).isZero();
    assertThat(out.toString().lines()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(out.toString()).contains("neon         Letters of light");
  }

  @Test
  void aPresetIsDrawnIntoAFile() throws IOException {
    Path picture = home.resolve("neon.png");

    assertThat(
            run(
                "captions",
                "--preview",
                picture.toString(),
                "--preset",
                "neon",
                "--text",
                "Hello there",
                "--set",
                "data=" + home.resolve("data")))
        .isZero();
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(1080);
    assertThat(image.getHeight()).isEqualTo(1920);
    assertThat(out.toString()).contains("Preset neon").contains("neon.png");
  }

  @Test
  void anUnknownPresetIsRefusedWithTheKnownOnes() {
    Path picture = home.resolve("none.png");

    assertThat(
            run(
                "captions",
                "--preview",
                picture.toString(),
                "--preset",
                "noen",
                "--set",
                "data=" + home.resolve("data")))
        .isEqualTo(65);
    assertThat(err.toString()).contains("classic, bold").contains("not noen");
    assertThat(picture).doesNotExist();
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
