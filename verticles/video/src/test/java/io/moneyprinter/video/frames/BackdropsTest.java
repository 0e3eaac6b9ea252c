package io.moneyprinter.video.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.fonts.FontBook;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackdropsTest {
  private static final Canvas CANVAS = new Canvas(432, 768, 30);
  private static final FontBook FONTS = ShippedFonts.book();
  private static final List<String> WORDS = List.of("coffee", "mountain", "goat");
  private static final List<Picture.Generated.Figure> FIGURES =
      List.of(new Picture.Generated.Figure(62.5, "%", "of all farms"));

  @ParameterizedTest
  @EnumSource(Picture.Generated.Style.class)
  void aFrameFollowsFromItsNumberAlone(Picture.Generated.Style style) {
    FrameSource source = source(style, 5);
    int[] late = frame(source, 400);
    frame(source, 3);

    assertThat(frame(source, 400)).isEqualTo(late);
    assertThat(frame(source(style, 5), 400)).isEqualTo(late);
    List<int[]> atOnce =
        IntStream.range(0, 8).parallel().mapToObj(i -> frame(source, 400)).toList();
    assertThat(atOnce).allSatisfy(pixels -> assertThat(pixels).isEqualTo(late));
  }

  @ParameterizedTest
  @EnumSource(Picture.Generated.Style.class)
  void itMovesAndEverySeedIsAnother(Picture.Generated.Style style) {
    FrameSource source = source(style, 5);

    assertThat(difference(frame(source, 0), frame(source, 60))).isGreaterThan(3);
    assertThat(difference(frame(source, 30), frame(source, 31))).isBetween(0.02, 12.0);
    assertThat(difference(frame(source, 0), frame(source(style, 6), 0))).isGreaterThan(4);
  }

  @ParameterizedTest
  @EnumSource(Picture.Generated.Style.class)
  void captionsReadWellOnItsLowerThird(Picture.Generated.Style style) {
    for (long seed = 0; seed < 6; seed++) {
      FrameSource source = source(style, seed);
      for (int number : new int[] {0, 100}) {
        int[] pixels = frame(source, number);
        double sum = 0;
        int from = pixels.length * 2 / 3;
        for (int i = from; i < pixels.length; i++) {
          sum += luma(pixels[i]);
        }
        assertThat(sum / (pixels.length - from)).as("seed " + seed).isLessThan(110);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Picture.Generated.Style.class)
  void itFitsAnyCanvas(Picture.Generated.Style style) {
    for (Canvas canvas :
        List.of(new Canvas(128, 128, 12), new Canvas(640, 360, 60), new Canvas(130, 258, 30))) {
      FrameSource source =
          Backdrops.of(
              new Picture.Generated(
                  style, 1, List.of("#000000", "#8040FF", "#FFFFFF"), WORDS, FIGURES),
              canvas,
              FONTS);
      assertThat(source.width() % 2 + source.height() % 2).isZero();
      assertThat(IntStream.of(frame(source, 7))).allMatch(pixel -> pixel >>> 24 == 0);
    }
  }

  private static FrameSource source(Picture.Generated.Style style, long seed) {
    return Backdrops.of(
        new Picture.Generated(
            style, seed, List.of("#0B1026", "#2B2E83", "#7C4DFF", "#FF7AB6"), WORDS, FIGURES),
        CANVAS,
        FONTS);
  }

  private static int[] frame(FrameSource source, int number) {
    int[] pixels = new int[source.width() * source.height()];
    source.draw(number, pixels);
    return pixels;
  }

  private static double luma(int rgb) {
    return 0.2126 * (rgb >> 16 & 0xff) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
  }

  private static double difference(int[] a, int[] b) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> Math.abs(luma(a[i]) - luma(b[i])))
        .average()
        .orElse(0);
  }
}
