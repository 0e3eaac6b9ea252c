package io.moneyprinter.video.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Motion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KenBurnsTest {
  private static final Canvas CANVAS = new Canvas(180, 320, 30);

  @TempDir Path folder;

  @Test
  void aWideStillFillsTheCanvasWithItsMiddle() {
    int[] frame = frame(still(bars(800, 400)), new Motion(1, 0.5, 0.5, 1, 0.5, 0.5), 0);
    // The middle 225 of 800 pixels show: left bar is red up to 400, right bar blue after it.
    assertThat(frame[160 * 180 + 5]).isEqualTo(0xff0000);
    assertThat(frame[160 * 180 + 174]).isEqualTo(0x0000ff);
    assertThat(edge(frame)).isCloseTo(90, within(0.6));
  }

  @Test
  void theWindowGlidesByFractionsOfAPixel() {
    KenBurns source =
        new KenBurns(still(bars(800, 400)), CANVAS, new Motion(1, 0.5, 0.5, 1, 0.53, 0.5), 300);
    int[] pixels = new int[180 * 320];
    double last = 91;
    double largest = 0;
    for (int frame = 0; frame < 330; frame++) {
      source.draw(frame, pixels);
      double edge = edge(pixels);
      if (frame > 0) {
        largest = Math.max(largest, last - edge);
        assertThat(edge).as("frame " + frame).isLessThanOrEqualTo(last + 0.02);
      }
      last = edge;
    }
    assertThat(last).isLessThan(80);
    assertThat(largest).isLessThan(0.2);
  }

  @Test
  void zoomingInShowsLess() {
    StillImage picture = still(bars(400, 400));
    Motion in = new Motion(1, 0, 0.5, 2, 0, 0.5);
    assertThat(edge(frame(picture, in, 0))).isGreaterThan(150);
    assertThat(frame(picture, in, 100)[0]).isEqualTo(0xff0000);
    assertThat(edge(frame(picture, in, 100))).isGreaterThanOrEqualTo(179);
  }

  @ParameterizedTest
  @CsvSource({"1,R,B", "2,B,R", "3,B,R", "4,R,B"})
  void upsideDownPhotosAreTurnedUpright(int orientation, String left, String right)
      throws IOException {
    StillImage upright = StillImage.read(jpeg(bars(64, 32), orientation), "x.jpg", 64);
    assertThat(upright.width()).isEqualTo(64);
    assertThat(name(upright, 4, 16)).isEqualTo(left);
    assertThat(name(upright, 60, 16)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"5,R,B", "6,R,B", "7,B,R", "8,B,R"})
  void lyingPhotosAreStoodUp(int orientation, String top, String bottom) throws IOException {
    StillImage upright = StillImage.read(jpeg(bars(64, 32), orientation), "x.jpg", 64);
    assertThat(upright.width()).isEqualTo(32);
    assertThat(upright.height()).isEqualTo(64);
    assertThat(name(upright, 16, 4)).isEqualTo(top);
    assertThat(name(upright, 16, 60)).isEqualTo(bottom);
  }

  @Test
  void whatIsNoPictureIsRefusedByName() throws IOException {
    Path text = Files.writeString(folder.resolve("a"), "hello");
    Path half = folder.resolve("b");
    byte[] whole = Files.readAllBytes(jpeg(bars(64, 32), 1));
    Files.write(half, java.util.Arrays.copyOf(whole, 40));
    for (Path file : new Path[] {text, half}) {
      assertThatThrownBy(() -> StillImage.read(file, "holiday.jpg", 100))
          .isInstanceOfSatisfying(
              ServiceFailure.class,
              failure -> assertThat(failure.code()).isEqualTo(FailureCode.INVALID))
          .hasMessageContaining("holiday.jpg");
    }
  }

  @Test
  void aHugePictureIsReadCoarsely() throws IOException {
    Path file = folder.resolve("huge.png");
    ImageIO.write(bars(4000, 3000), "png", file.toFile());
    assertThat(StillImage.read(file, "huge.png", 300).height()).isBetween(600, 800);
  }

  private int[] frame(StillImage picture, Motion motion, int frame) {
    int[] pixels = new int[180 * 320];
    new KenBurns(picture, CANVAS, motion, 100).draw(frame, pixels);
    return pixels;
  }

  /** Where red turns to blue in the middle line, pixels from the left. */
  private static double edge(int[] frame) {
    double red = 0;
    for (int x = 0; x < 180; x++) {
      red += (frame[160 * 180 + x] >> 16 & 0xff) / 255.0;
    }
    return red;
  }

  private static String name(StillImage image, int x, int y) {
    int rgb = image.pixels()[y * image.width() + x];
    return (rgb >> 16 & 0xff) > 128 ? "R" : "B";
  }

  private static BufferedImage bars(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width / 2, height);
    graphics.dispose();
    return image;
  }

  private static StillImage still(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xffffff;
    }
    return new StillImage(image.getWidth(), image.getHeight(), pixels);
  }

  /** A JPEG with an Exif segment that says how the camera was held. */
  private Path jpeg(BufferedImage image, int orientation) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", plain);
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream tagged = new ByteArrayOutputStream();
    tagged.write(plain.toByteArray(), 0, 2);
    tagged.write(exif);
    tagged.write(plain.toByteArray(), 2, plain.size() - 2);
    return Files.write(folder.resolve("photo" + orientation), tagged.toByteArray());
  }
}
