package io.moneyprinter.video.portrait;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.ShowPicture;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.Studio;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a scene shows is seen small before it is rendered. */
class PictureStillTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private PictureStill stills;

  @BeforeEach
  void make() {
    Portrayer portrayer =
        new Portrayer(
            RealFfmpeg.on(test.node()),
            Studio.software(Map.of()),
            test.node().blobs(),
            test.node().pools());
    stills =
        new PictureStill(portrayer, ShippedFonts.book(), test.node().blobs(), test.node().pools());
  }

  @Test
  void aDrawingIsDrawnInTheShapeOfTheVideoAndTheSameIsFoundAgain() throws IOException {
    Picture drawn =
        new Picture.Generated(
            Picture.Generated.Style.AURORA, 7, List.of("#101020", "#406080", "#A0C0E0"), List.of());

    Blob portrait = show(drawn, Canvas.PORTRAIT);
    BufferedImage image = ImageIO.read(test.node().blobs().path(portrait).toFile());

    assertThat(portrait.mediaType()).isEqualTo("image/jpeg");
    assertThat(image.getHeight()).isLessThanOrEqualTo(480);
    assertThat(image.getWidth() / (double) image.getHeight()).isBetween(0.54, 0.58);
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 8) {
      colors.add(image.getRGB(image.getWidth() / 2, y));
    }
    assertThat(colors).as("it is no flat sheet").hasSizeGreaterThan(10);
    assertThat(show(drawn, Canvas.PORTRAIT)).isEqualTo(portrait);
    assertThat(show(drawn, Canvas.LANDSCAPE)).isNotEqualTo(portrait);
  }

  @Test
  void aClipIsShownByOneOfItsFrames() throws IOException {
    Blob clip =
        RealFfmpeg.made(
            test.node(),
            List.of(
                "-loglevel",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=c=#2040c0:s=160x90:r=12:d=1",
                "-pix_fmt",
                "yuv420p"),
            program -> {},
            ".mp4",
            "video/mp4");

    Blob still = show(new Picture.Footage(clip, 160, 90, 1), Canvas.PORTRAIT);
    int color = ImageIO.read(test.node().blobs().path(still).toFile()).getRGB(80, 45);

    assertThat(color & 255).isBetween(0xB0, 0xD0);
    assertThat(color >> 16 & 255).isBetween(0x10, 0x30);
  }

  @Test
  void whatIsGoneIsSaidSo() {
    Blob gone = new Blob("a".repeat(64), 10, "image/png");

    assertThat(
            failure(stills.show(new ShowPicture(new Picture.Still(gone, 10, 10), Canvas.PORTRAIT)))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  private Blob show(Picture picture, Canvas canvas) {
    return answer(stills.show(new ShowPicture(picture, canvas)), 30);
  }
}
