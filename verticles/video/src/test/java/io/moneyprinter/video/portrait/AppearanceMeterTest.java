package io.moneyprinter.video.portrait;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.MeasureAppearance;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AppearanceMeterTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void aStillTellsItsColoursAndTheHashThatASmallerCopyHasToo() throws IOException {
    Appearance large = look(sunset(640, 360, "png"), MediaInfo.Kind.STILL);
    Appearance small = look(sunset(200, 112, "jpg"), MediaInfo.Kind.STILL);

    assertThat(large.motion()).isNull();
    assertThat(large.colors()).hasSizeBetween(2, 5);
    assertThat(large.colors().stream().mapToDouble(Appearance.Swatch::share).sum())
        .isBetween(0.4, 1.01);
    assertThat(large.colors().get(0).color()).startsWith("#f");
    assertThat(differing(large.hash(), small.hash())).isLessThanOrEqualTo(8);
  }

  @Test
  void whatMovesIsToldFromWhatStandsAndACutIsNoMotion() {
    Appearance standing = look(clip("color=c=#204080:s=160x90:r=12:d=2"), MediaInfo.Kind.VIDEO);
    Appearance moving = look(clip("testsrc2=s=160x90:r=12:d=2"), MediaInfo.Kind.VIDEO);
    Appearance cut =
        look(
            clip(
                "color=c=black:s=160x90:r=12:d=1[a];color=c=white:s=160x90:r=12:d=1[b];[a][b]concat"),
            MediaInfo.Kind.VIDEO);

    assertThat(standing.motion()).isLessThan(0.002);
    assertThat(standing.colors().get(0).share()).isGreaterThan(0.9);
    assertThat(moving.motion()).isGreaterThan(0.01);
    assertThat(cut.motion()).isLessThan(0.002);
    assertThat(cut.colors()).hasSize(2);
  }

  @Test
  void whatIsNoPictureIsRefused() {
    Blob words =
        RealFfmpeg.stored(
            test.node(), "words".getBytes(StandardCharsets.UTF_8), ".png", "image/png");

    assertThat(
            failure(meter().measure(new MeasureAppearance(words, MediaInfo.Kind.STILL, 0))).code())
        .isEqualTo(FailureCode.INVALID);
  }

  private Appearance look(Blob blob, MediaInfo.Kind kind) {
    return answer(
        meter().measure(new MeasureAppearance(blob, kind, kind == MediaInfo.Kind.VIDEO ? 2 : 0)),
        30);
  }

  private AppearanceMeter meter() {
    Portrayer portrayer =
        new Portrayer(
            RealFfmpeg.on(test.node()),
            Studio.software(Map.of()),
            test.node().blobs(),
            test.node().pools());
    return new AppearanceMeter(
        RealFfmpeg.on(test.node()), portrayer, test.node().blobs(), test.node().pools());
  }

  private Blob clip(String graph) {
    return RealFfmpeg.made(
        test.node(),
        List.of("-loglevel", "error", "-f", "lavfi", "-i", graph, "-pix_fmt", "yuv420p"),
        program -> {},
        ".mp4",
        "video/mp4");
  }

  private Blob sunset(int width, int height, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, 0, new Color(0xF0A020)));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(0x102040));
    graphics.fillRect(0, height * 2 / 3, width, height);
    graphics.setColor(Color.WHITE);
    graphics.fillOval(width / 3, height / 4, width / 5, width / 5);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return RealFfmpeg.stored(test.node(), bytes.toByteArray(), "." + format, "image/" + format);
  }

  private static int differing(String one, String other) {
    return Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16));
  }
}
