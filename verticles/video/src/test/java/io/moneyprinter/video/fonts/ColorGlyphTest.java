package io.moneyprinter.video.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.video.ShippedFonts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorGlyphTest {
  private static final FontBook FONTS =
      new FontBook(new FaceShelf(null, new FontSources(ShippedFonts.CACHE), List::of));
  private static final double SIZE = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀",
        "👨‍👩‍👧‍👦",
        "👍🏽",
        "👩🏾‍🚀",
        "🇪🇹",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🏳️‍🌈",
        "1️⃣",
        "❤️",
        "☕"
      })
  void aSequenceIsOnePicture(String emoji) {
    TextShape shape = shape(FONTS, emoji);

    assertThat(shape.ink().pictures()).hasSize(1);
    assertThat(shape.ink().outline().getBounds2D().isEmpty()).isTrue();
    assertThat(shape.advance()).isBetween(SIZE, 1.4 * SIZE);
    assertThat(shape.ink().bounds().getHeight()).isCloseTo(1.17 * SIZE, within(0.1 * SIZE));
    assertThat(colors(shape)).isGreaterThan(20);
  }

  @Test
  void skinTonesAndFlagsDiffer() {
    assertThat(pixels(shape(FONTS, "👍🏽"))).isNotEqualTo(pixels(shape(FONTS, "👍🏿")));
    assertThat(pixels(shape(FONTS, "🇪🇹"))).isNotEqualTo(pixels(shape(FONTS, "🇩🇪")));
  }

  @Test
  void aPlainHeartIsALetterAndAColouredOneIsNot() {
    assertThat(shape(FONTS, "❤").ink().pictures()).isEmpty();
    assertThat(shape(FONTS, "❤\uFE0E").ink().pictures()).isEmpty();
    assertThat(shape(FONTS, "❤\uFE0F").ink().pictures()).hasSize(1);
    assertThat(shape(FONTS, "2026 © #1 *").ink().pictures()).isEmpty();
  }

  @Test
  void picturesStandBetweenTheLettersInBothDirections() {
    TextShape latin = shape(FONTS, "ab😀cd");
    double before = shape(FONTS, "ab").advance();
    assertThat(latin.ink().pictures().get(0).bounds().getX()).isCloseTo(before, within(1.0));
    assertThat(latin.advance())
        .isCloseTo(
            before + shape(FONTS, "😀").advance() + shape(FONTS, "cd").advance(), within(1.0));

    TextShape hebrew = TextShape.of(FONTS, "אב😀גדה", null, SIZE, true);
    double after = TextShape.of(FONTS, "גדה", null, SIZE, true).advance();
    assertThat(hebrew.ink().pictures().get(0).bounds().getX()).isCloseTo(after, within(1.0));
  }

  @Test
  void theDigestKnowsTheEmojiFont() {
    assertThat(FONTS.digest("Hello 😀", null)).isNotEqualTo(FONTS.digest("Hello", null));
    assertThat(FONTS.digest("Hello ❤", null)).isNotEqualTo(FONTS.digest("Hello ❤️", null));
  }

  @Test
  void aFontWithColouredLayersIsDrawnInItsColours(@TempDir Path folder) throws IOException {
    byte[] base =
        ColorGlyphTest.class
            .getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf")
            .readAllBytes();
    int[] glyphs = glyphs("☺♥");
    Files.write(folder.resolve("layers.ttf"), LayeredFont.of(base, glyphs[0], glyphs[1]));
    FontBook fonts =
        new FontBook(new FaceShelf(folder, new FontSources(ShippedFonts.CACHE), List::of));

    TextShape shape = shape(fonts, "☺\uFE0F");

    assertThat(shape.ink().pictures()).hasSize(1);
    int[] drawn = pixels(shape);
    assertThat(Arrays.stream(drawn).filter(p -> p == 0xffff0000).count()).isGreaterThan(20);
    assertThat(Arrays.stream(drawn).filter(p -> p == 0xff00ff00).count()).isGreaterThan(20);
  }

  @Test
  void aFontThatIsCutOffIsUsedWithoutItsColours(@TempDir Path folder) throws IOException {
    byte[] base =
        ColorGlyphTest.class
            .getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf")
            .readAllBytes();
    byte[] layered = LayeredFont.of(base, 3, 4);
    ByteBuffer.wrap(layered).putInt(LayeredFont.entryOf(layered, "CPAL") + 8, Integer.MAX_VALUE);
    Files.write(folder.resolve("broken.ttf"), layered);

    assertThat(
            shape(
                    new FontBook(
                        new FaceShelf(folder, new FontSources(ShippedFonts.CACHE), List::of)),
                    "☕")
                .ink()
                .pictures())
        .hasSize(1);
  }

  private static TextShape shape(FontBook fonts, String text) {
    return TextShape.of(fonts, text, null, SIZE, false);
  }

  private static int[] glyphs(String text) throws IOException {
    try {
      return new AwtFonts(ShippedFonts.CACHE)
          .load(FontResource.DEJAVU_SANS.unpacked(ShippedFonts.CACHE))[0]
          .createGlyphVector(new java.awt.font.FontRenderContext(null, true, true), text)
          .getGlyphCodes(0, text.length(), null);
    } catch (java.awt.FontFormatException e) {
      throw new IOException(e);
    }
  }

  private static int[] pixels(TextShape shape) {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.translate(5, 80);
    shape.ink().pictures().forEach(picture -> picture.paint(graphics, Color.GREEN));
    graphics.dispose();
    return image.getRGB(0, 0, 100, 100, null, 0, 100);
  }

  private static long colors(TextShape shape) {
    return Arrays.stream(pixels(shape)).distinct().count();
  }
}
