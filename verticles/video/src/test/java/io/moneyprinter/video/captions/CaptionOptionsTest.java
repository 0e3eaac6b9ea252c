package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionPreset;
import io.moneyprinter.codecs.video.CaptionPresets;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single fields of a style change in the picture. */
class CaptionOptionsTest {
  private static final Canvas CANVAS = new Canvas(432, 768, 30);
  private static final FontBook FONTS = ShippedFonts.book();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"none", "box", "rounded"})
  void aGradientRunsDownTheLettersOnEveryBackground(String background) throws IOException {
    BufferedImage picture =
        sentence(
            Map.of("color", "#FF0000", "gradient", "#0000FF", "background", background), "HIHIHI");

    int[] top = fill(picture, 0.15);
    int[] bottom = fill(picture, 0.85);
    assertThat(top[0]).as("red above").isGreaterThan(180).isGreaterThan(2 * top[2]);
    assertThat(bottom[2]).as("blue below").isGreaterThan(180).isGreaterThan(2 * bottom[0]);
  }

  @Test
  void aGradientLeavesTheSpokenWordItsHighlight() throws IOException {
    draw(
        style(Map.of("color", "#FF0000", "gradient", "#0000FF", "highlight", "#00FF00")),
        List.of(caption(0, 20, "one", "two")));
    assertThat(count(read("captions-000-01.png"), 0x00FF00)).isPositive();
    draw(
        style(
            Map.of(
                "mode",
                "boxed",
                "color",
                "#FF0000",
                "gradient",
                "#0000FF",
                "highlight",
                "#00FF00")),
        List.of(caption(0, 20, "one", "two")));
    assertThat(count(read("captions-000-01.png"), 0x00FF00)).isPositive();
  }

  @Test
  void theOutlineHasTheWidthThatIsAskedFor() throws IOException {
    Map<String, Object> look =
        Map.of("color", "#FFFFFF", "outline", "#FF0000", "shadow", false, "size", 12);
    assertThat(count(sentence(with(look, "outlineWidth", 0), "I"), 0xFF0000)).isZero();
    long thin = count(sentence(with(look, "outlineWidth", 4), "I"), 0xFF0000);
    long wide = count(sentence(with(look, "outlineWidth", 16), "I"), 0xFF0000);
    assertThat(wide).isGreaterThan(3 * thin);
  }

  @Test
  void aGlowShinesInItsColourAndTheShadowIsGone() throws IOException {
    BufferedImage lit = sentence(Map.of("glow", "#00FF00", "outlineWidth", 0), "I");
    assertThat(
            pixels(lit)
                .filter(p -> (p >>> 24) > 40 && (p >>> 24) < 255)
                .allMatch(p -> (p >> 8 & 255) > 200))
        .isTrue();
    assertThat(visible(lit)).isGreaterThan(visible(sentence(Map.of("outlineWidth", 0), "I")));
  }

  @Test
  void capitalsAreDrawnWhateverTheWriterTyped() throws IOException {
    int[] typed = pixels(sentence(Map.of("uppercase", true), "straße ılık")).toArray();
    assertThat(typed).isEqualTo(pixels(sentence(Map.of(), "STRASSE ILIK")).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentence", "word", "typewriter", "boxed", "karaoke"})
  void everyModeCanSpring(String mode) throws IOException {
    draw(
        style(Map.of("mode", mode, "spring", true, "shadow", false, "position", "center")),
        List.of(caption(0, 40, "up")));
    String look = List.of("sentence", "word").contains(mode) ? "00" : "01";

    long first = visible(read("captions-000-" + look + "-0.png"));
    long rest = visible(read("captions-000-" + look + ".png"));
    assertThat(first / (double) rest).isBetween(1.12, 1.36);
  }

  @Test
  void linesAreNoMoreThanAskedFor() throws IOException {
    String[] words = "a caption of rather many words that fills lines".split(" ");
    draw(style(Map.of("maxLines", 1, "mode", "sentence")), List.of(caption(0, 20, words)));
    int one = read("captions-000-00.png").getHeight();
    draw(style(Map.of("maxLines", 4, "mode", "sentence")), List.of(caption(0, 20, words)));
    assertThat(read("captions-000-00.png").getHeight()).isGreaterThan(2 * one);
  }

  @Test
  void noMoreWordsShowAtATimeThanAskedFor() {
    List<WordTiming> spoken = new ArrayList<>();
    for (String word : "goats found the coffee first and never slept again".split(" ")) {
      double at = spoken.size() * 0.3;
      spoken.add(new WordTiming(word, 0, 0, at, at + 0.3));
    }
    for (int most : new int[] {1, 2, 3}) {
      List<Caption> captions = CaptionPhrases.of(spoken, "en", 0, 200, 30, most);
      assertThat(captions).allMatch(caption -> caption.words().size() <= most);
      assertThat(captions.stream().mapToInt(caption -> caption.words().size()).sum()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource(CaptionStyle.Platform.class)
  void captionsGoAsLowAsThePlatformAllows(CaptionStyle.Platform platform) {
    StripTrack track =
        draw(style(Map.of("safeArea", platform)), List.of(caption(0, 20, "low", "down")));

    SafeArea safe = SafeArea.of(CANVAS, platform);
    assertThat(safe.bottom() - track.y() - track.height()).isBetween(0, 6);
    SafeArea all = SafeArea.of(CANVAS);
    assertThat(all.left()).isGreaterThanOrEqualTo(safe.left());
    assertThat(all.top()).isGreaterThanOrEqualTo(safe.top());
    assertThat(all.right()).isLessThanOrEqualTo(safe.right());
    assertThat(all.bottom()).isLessThanOrEqualTo(safe.bottom());
  }

  @Test
  void everyPresetStaysInsideTheSafeArea() throws IOException {
    for (CaptionPreset preset : CaptionPresets.all()) {
      StripTrack track =
          draw(
              style(Map.of("preset", preset.name())),
              List.of(caption(0, 40, "Extraordinarily", "long", "words", "😀👨‍👩‍👧")));
      for (String line : Files.readAllLines(track.list())) {
        if (line.startsWith("file ")) {
          assertThat(edge(read(line.substring(5)))).as(preset.name()).isLessThan(40);
        }
      }
    }
  }

  @Test
  void emojiHaveTheirOwnColoursWhileTheirWordIsSpoken() throws IOException {
    draw(style(Map.of("highlight", "#00FF00")), List.of(caption(0, 20, "yes", "❤️")));
    long red =
        pixels(read("captions-000-02.png"))
            .filter(p -> (p >> 16 & 255) > 200 && (p >> 8 & 255) < 100 && p >>> 24 == 255)
            .count();
    assertThat(red).isGreaterThan(100);
  }

  @Test
  void theAssFileHasTheOutlineAndTheCapitals() {
    CaptionStyle style = style(Map.of("outlineWidth", 0, "uppercase", true));
    assertThat(new AssText(CANVAS, style).write(List.of(caption(0, 20, "loud"))))
        .contains(",LOUD")
        .contains(",1,0.0,");
  }

  private BufferedImage sentence(Map<String, Object> look, String text) throws IOException {
    Map<String, Object> fields = with(look, "mode", "sentence");
    draw(style(fields), List.of(caption(0, 20, text.split(" "))));
    return read("captions-000-00.png");
  }

  private static Map<String, Object> with(Map<String, Object> look, String key, Object value) {
    Map<String, Object> fields = new TreeMap<>(look);
    fields.put(key, value);
    return fields;
  }

  private StripTrack draw(CaptionStyle style, List<Caption> captions) {
    return new CaptionStrips(FONTS).draw(CANVAS, style, captions, 60, folder).orElseThrow();
  }

  private static CaptionStyle style(Map<String, Object> fields) {
    return RecordJson.strict().convertValue(fields, CaptionStyle.class);
  }

  static Caption caption(int start, int end, String... texts) {
    List<Caption.Word> words = new ArrayList<>();
    int each = (end - start) / texts.length;
    for (int i = 0; i < texts.length; i++) {
      words.add(new Caption.Word(texts[i], start + i * each, start + (i + 1) * each));
    }
    return new Caption(start, end, words);
  }

  private BufferedImage read(String file) throws IOException {
    return ImageIO.read(folder.resolve(file).toFile());
  }

  /** The mean colour of what is brightest in a row of the letters, by their height. */
  private static int[] fill(BufferedImage picture, double at) {
    int[] rows =
        IntStream.range(0, picture.getHeight())
            .filter(
                y -> IntStream.range(0, picture.getWidth()).anyMatch(x -> letter(picture, x, y)))
            .toArray();
    int y = rows[(int) (at * (rows.length - 1))];
    int[] sums = new int[3];
    int[] found =
        IntStream.range(0, picture.getWidth()).filter(x -> letter(picture, x, y)).toArray();
    for (int x : found) {
      Color color = new Color(picture.getRGB(x, y));
      sums[0] += color.getRed();
      sums[1] += color.getGreen();
      sums[2] += color.getBlue();
    }
    return Arrays.stream(sums).map(sum -> sum / found.length).toArray();
  }

  private static boolean letter(BufferedImage picture, int x, int y) {
    Color color = new Color(picture.getRGB(x, y), true);
    return color.getAlpha() == 255 && color.getRed() + color.getBlue() > 200;
  }

  private static IntStream pixels(BufferedImage picture) {
    return Arrays.stream(
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
  }

  private static long count(BufferedImage picture, int rgb) {
    return pixels(picture).filter(pixel -> pixel == (0xff000000 | rgb)).count();
  }

  private static long visible(BufferedImage picture) {
    return pixels(picture).filter(pixel -> pixel >>> 24 > 20).count();
  }

  private static int edge(BufferedImage picture) {
    int most = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      most = Math.max(most, picture.getRGB(x, 0) >>> 24);
      most = Math.max(most, picture.getRGB(x, picture.getHeight() - 1) >>> 24);
    }
    for (int y = 0; y < picture.getHeight(); y++) {
      most = Math.max(most, picture.getRGB(0, y) >>> 24);
      most = Math.max(most, picture.getRGB(picture.getWidth() - 1, y) >>> 24);
    }
    return most;
  }
}
