package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionStripsTest {
  private static final FontBook FONTS = ShippedFonts.book();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {24, 25, 30, 60})
  void everyFrameShowsItsOwnWord(int fps) throws Exception {
    Canvas canvas = new Canvas(216, 384, fps);
    List<Caption> captions =
        List.of(
            caption(7, 22, "Every", 7, "word", 8, "counts", 15),
            caption(22, 40, "here", 22, "it", 30),
            caption(55, 100, "to", 55, "the", 56, "end", 97));
    StripTrack track = draw(canvas, CaptionStyle.DEFAULT, captions, 100);

    List<byte[]> frames = play(track, canvas, 100);

    assertThat(frames).hasSize(100);
    assertThat(changes(frames)).containsExactly(7, 8, 15, 22, 30, 40, 55, 56, 97);
    assertThat(difference(frames.get(8), over(track, "captions-000-02.png"))).isLessThan(3);
    assertThat(difference(frames.get(8), over(track, "captions-000-01.png"))).isGreaterThan(3);
    assertThat(difference(frames.get(99), over(track, "captions-002-03.png"))).isLessThan(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 30, 60})
  void aPoppingWordSpringsForAFewFramesAndComesToRest(int fps) throws Exception {
    Canvas canvas = new Canvas(216, 384, fps);
    int steps = Map.of(24, 4, 30, 5, 60, 6).get(fps);
    StripTrack track =
        draw(
            canvas,
            style(Map.of("mode", "pop")),
            List.of(caption(5, 40, "Up", 8, "it", 20, "goes", 23)),
            50);

    TreeSet<Integer> expected = new TreeSet<>(List.of(5, 20, 21, 22, 40));
    for (int step = 0; step <= steps; step++) {
      expected.add(8 + step);
      expected.add(23 + step);
    }
    List<byte[]> frames = play(track, canvas, 50);
    assertThat(changes(frames)).containsExactlyElementsOf(expected);
    assertThat(frames.get(8 + steps)).isEqualTo(frames.get(19));
  }

  @Test
  void aPoppingWordStartsLargerAboutItsOwnMiddleAndTheOthersStayWhereTheyAre() throws IOException {
    draw(
        Canvas.PORTRAIT,
        style(Map.of("mode", "pop", "position", "center", "shadow", false)),
        List.of(caption(0, 40, "Up", 0, "away", 20)),
        40);

    Rectangle first = bounds(read("captions-000-01-0.png"), 0xFFD54A);
    Rectangle rest = bounds(read("captions-000-01.png"), 0xFFD54A);
    assertThat(first.getWidth() / rest.getWidth()).isBetween(1.12, 1.18);
    assertThat(first.getHeight() / rest.getHeight()).isBetween(1.12, 1.18);
    assertThat(first.getCenterX()).isCloseTo(rest.getCenterX(), within(1.5));
    assertThat(first.getCenterY()).isCloseTo(rest.getCenterY(), within(1.5));
    assertThat(bounds(read("captions-000-01-0.png"), 0xFFFFFF))
        .isEqualTo(bounds(read("captions-000-01.png"), 0xFFFFFF));
  }

  @Test
  void typedWordsAppearWhenSpokenAndNothingMoves() throws Exception {
    Canvas canvas = new Canvas(432, 768, 30);
    CaptionStyle typed = style(Map.of("mode", "typewriter", "shadow", false));
    List<Caption> captions =
        List.of(
            caption(4, 40, "Word", 9, "by", 15, "word", 16, "it", 28, "comes", 30),
            caption(50, 60, "Then", 50, "ends", 55));
    StripTrack track = draw(canvas, typed, captions, 70);

    assertThat(changes(play(track, canvas, 70))).containsExactly(9, 15, 16, 28, 30, 40, 50, 55, 60);
    BufferedImage before = read("captions-000-01.png");
    for (int words = 2; words <= 5; words++) {
      BufferedImage after = read("captions-000-0" + words + ".png");
      assertThat(lost(before, after)).as("pixels that " + words + " words took away").isZero();
      assertThat(share(after, 0xFFFFFF)).isGreaterThan(share(before, 0xFFFFFF));
      before = after;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"box", "rounded"})
  void aBackgroundLiesBehindTheWholePhrase(String background) throws IOException {
    draw(
        Canvas.PORTRAIT,
        style(
            Map.of("mode", "typewriter", "background", background, "backgroundColor", "#FF000080")),
        List.of(caption(0, 30, "One", 5, "two", 10)),
        30);

    assertThat(opaque(read("captions-000-00.png"))).isZero();
    BufferedImage one = read("captions-000-01.png");
    BufferedImage two = read("captions-000-02.png");
    int inside = two.getWidth() / 2;
    assertThat(two.getRGB(inside, 3 * two.getHeight() / 4) >>> 24).isBetween(0x78, 0xff);
    Rectangle area = bounds(two, alpha -> alpha >= 0x78);
    assertThat(bounds(one, alpha -> alpha >= 0x78)).isEqualTo(area);
    assertThat(two.getRGB(area.x, area.y) >>> 24 >= 0x78).isEqualTo(background.equals("box"));
    assertThat(two.getRGB((int) area.getCenterX(), area.y + 1)).isEqualTo(0x80FF0000);
  }

  @Test
  void withoutAShadowNothingIsHalfDarkAroundTheOutline() throws IOException {
    List<Caption> captions = List.of(caption(0, 30, "Plain", 0));
    draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, captions, 30);
    long shaded = visible(read("captions-000-01.png"));
    draw(Canvas.PORTRAIT, style(Map.of("shadow", false)), captions, 30);
    assertThat(visible(read("captions-000-01.png"))).isLessThan(shaded * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 50, 62.5, 100})
  void anOffsetPutsTheMiddleThereInsideTheSafeArea(double offset) {
    StripTrack track =
        draw(
            Canvas.PORTRAIT,
            style(Map.of("offset", offset, "position", "top")),
            List.of(caption(0, 30, "Here", 0)),
            30);

    SafeArea safe = SafeArea.of(Canvas.PORTRAIT);
    assertThat(track.y()).isGreaterThanOrEqualTo(safe.top());
    assertThat(track.y() + track.height()).isLessThanOrEqualTo(safe.bottom());
    if (offset > 20 && offset < 70) {
      assertThat(track.y() + track.height() / 2.0).isCloseTo(19.2 * offset, within(8.0));
    } else {
      assertThat(offset == 0 ? track.y() - safe.top() : safe.bottom() - track.y() - track.height())
          .isLessThan(12);
    }
  }

  @Test
  void aLongSegmentStaysExactToItsLastFrame() throws Exception {
    Canvas canvas = new Canvas(128, 128, 30);
    List<Caption> captions = new ArrayList<>();
    TreeSet<Integer> expected = new TreeSet<>();
    for (int start = 1; start < 1790; start += 7) {
      captions.add(caption(start, start + 7, "a", start, "b", start + 3));
      expected.addAll(List.of(start, start + 3));
    }
    StripTrack track = draw(canvas, CaptionStyle.DEFAULT, captions, 1800);

    assertThat(changes(play(track, canvas, 1800)))
        .containsExactlyElementsOf(
            Stream.concat(expected.stream(), Stream.of(1793)).sorted().distinct().toList());
  }

  @ParameterizedTest
  @EnumSource(CaptionStyle.Position.class)
  void stripsStayInsideTheSafeArea(CaptionStyle.Position position) throws IOException {
    for (Canvas canvas : List.of(Canvas.PORTRAIT, Canvas.LANDSCAPE, Canvas.SQUARE)) {
      for (CaptionStyle.Mode mode : CaptionStyle.Mode.values()) {
        CaptionStyle style = style(mode, position, 12.0);
        StripTrack track =
            draw(
                canvas,
                style,
                List.of(
                    caption(0, 30, "Donaudampfschifffahrtsgesellschaftskapitän", 0),
                    caption(30, 60, "One", 30, "two", 35, "three", 40, "extraordinary", 50)),
                60);
        SafeArea safe = SafeArea.of(canvas);
        assertThat(track.x()).isGreaterThanOrEqualTo(safe.left());
        assertThat(track.y()).isGreaterThanOrEqualTo(safe.top());
        assertThat(track.x() + track.width()).isLessThanOrEqualTo(safe.right());
        assertThat(track.y() + track.height()).isLessThanOrEqualTo(safe.bottom());
        assertThat(List.of(track.x(), track.y(), track.width(), track.height()))
            .allMatch(number -> number % 2 == 0);
        for (BufferedImage picture : pictures(track)) {
          assertThat(edgeAlpha(picture)).as(mode + " at " + position).isLessThan(12);
        }
      }
    }
  }

  @Test
  void theSpokenWordTakesTheHighlightColour() throws IOException {
    draw(
        Canvas.PORTRAIT,
        CaptionStyle.DEFAULT,
        List.of(caption(3, 30, "Before", 6, "after", 20)),
        30);

    assertThat(share(read("captions-000-00.png"), 0xFFD54A)).isZero();
    assertThat(share(read("captions-000-01.png"), 0xFFD54A)).isPositive();
    assertThat(share(read("captions-000-02.png"), 0xFFFFFF)).isPositive();
  }

  @Test
  void eachPictureIsDrawnOnce() throws IOException {
    draw(
        Canvas.PORTRAIT,
        CaptionStyle.DEFAULT,
        List.of(caption(10, 20, "Once", 10), caption(30, 40, "again", 30)),
        60);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "captions-none.png",
              "captions-000-01.png",
              "captions-001-01.png",
              "captions.ffconcat");
    }
  }

  @Test
  void equalInputsGiveEqualPictures(@TempDir Path other) throws IOException {
    List<Caption> captions = List.of(caption(0, 20, "Same", 0, "again", 10));
    draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, captions, 20);
    new CaptionStrips(ShippedFonts.book())
        .draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, captions, 20, other);

    for (String file : List.of("captions-000-01.png", "captions.ffconcat")) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  @Test
  void noCaptionsMeanNoStrips() {
    CaptionStrips strips = new CaptionStrips(FONTS);
    assertThat(strips.draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, List.of(), 30, folder)).isEmpty();
    CaptionStyle off = style(Map.of("enabled", false));
    assertThat(strips.draw(Canvas.PORTRAIT, off, List.of(caption(0, 20, "Hidden", 0)), 30, folder))
        .isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private StripTrack draw(Canvas canvas, CaptionStyle style, List<Caption> captions, int frames) {
    return new CaptionStrips(FONTS).draw(canvas, style, captions, frames, folder).orElseThrow();
  }

  private static CaptionStyle style(
      CaptionStyle.Mode mode, CaptionStyle.Position position, Double size) {
    return style(Map.of("mode", mode, "position", position, "size", size));
  }

  private static CaptionStyle style(Map<String, Object> fields) {
    return RecordJson.strict().convertValue(fields, CaptionStyle.class);
  }

  /**
   * @param words text and start frame in turn
   */
  private static Caption caption(int start, int end, Object... words) {
    List<Caption.Word> list = new ArrayList<>();
    for (int i = 0; i < words.length; i += 2) {
      int until = i + 3 < words.length ? (int) words[i + 3] : end;
      list.add(new Caption.Word((String) words[i], (int) words[i + 1], until));
    }
    return new Caption(start, end, list);
  }

  /** What FFmpeg makes of the track over a grey video, the region only, RGB. */
  private List<byte[]> play(StripTrack track, Canvas canvas, int frames) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(RealFfmpeg.program().ffmpeg().toString());
    command.addAll(List.of("-v", "error", "-f", "rawvideo", "-pix_fmt", "rgb24"));
    command.addAll(List.of("-s", canvas.width() + "x" + canvas.height()));
    command.addAll(List.of("-r", String.valueOf(canvas.fps()), "-i", "pipe:0"));
    command.addAll(track.inputArguments());
    command.add("-filter_complex");
    command.add(
        "[0:v][1:v]overlay=%d:%d:format=rgb,crop=%d:%d:%d:%d"
            .formatted(track.x(), track.y(), track.width(), track.height(), track.x(), track.y()));
    command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(RealFfmpeg.program().environment());
    Process process = builder.start();
    byte[] grey = new byte[canvas.width() * canvas.height() * 3];
    Arrays.fill(grey, (byte) 128);
    CompletableFuture<Void> feeding =
        CompletableFuture.runAsync(
            () -> {
              try (OutputStream in = process.getOutputStream()) {
                for (int i = 0; i < frames; i++) {
                  in.write(grey);
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    List<byte[]> shown = new ArrayList<>();
    int size = track.width() * track.height() * 3;
    for (byte[] frame = process.getInputStream().readNBytes(size);
        frame.length == size;
        frame = process.getInputStream().readNBytes(size)) {
      shown.add(frame);
    }
    feeding.join();
    assertThat(process.waitFor()).isZero();
    return shown;
  }

  private static List<Integer> changes(List<byte[]> frames) {
    List<Integer> changes = new ArrayList<>();
    for (int i = 1; i < frames.size(); i++) {
      if (!Arrays.equals(frames.get(i), frames.get(i - 1))) {
        changes.add(i);
      }
    }
    return changes;
  }

  private byte[] over(StripTrack track, String file) throws IOException {
    BufferedImage picture = read(file);
    byte[] frame = new byte[track.width() * track.height() * 3];
    for (int i = 0; i < frame.length; i += 3) {
      int argb = picture.getRGB(i / 3 % track.width(), i / 3 / track.width());
      int alpha = argb >>> 24;
      for (int c = 0; c < 3; c++) {
        int value = argb >> (16 - 8 * c) & 0xff;
        frame[i + c] = (byte) ((value * alpha + 128 * (255 - alpha)) / 255);
      }
    }
    return frame;
  }

  private static double difference(byte[] a, byte[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      int d = (a[i] & 0xff) - (b[i] & 0xff);
      sum += (long) d * d;
    }
    return Math.sqrt(sum / (double) a.length);
  }

  private BufferedImage read(String file) throws IOException {
    return ImageIO.read(folder.resolve(file).toFile());
  }

  private List<BufferedImage> pictures(StripTrack track) throws IOException {
    List<BufferedImage> pictures = new ArrayList<>();
    for (String line : Files.readAllLines(track.list())) {
      if (line.startsWith("file ")) {
        pictures.add(read(line.substring(5)));
      }
    }
    return pictures;
  }

  private static Rectangle bounds(BufferedImage picture, int rgb) {
    return bounds(picture, (x, y) -> picture.getRGB(x, y) == (0xff000000 | rgb));
  }

  private static Rectangle bounds(BufferedImage picture, IntPredicate alpha) {
    return bounds(picture, (x, y) -> alpha.test(picture.getRGB(x, y) >>> 24));
  }

  private static Rectangle bounds(BufferedImage picture, BiPredicate<Integer, Integer> part) {
    Rectangle bounds = new Rectangle(-1, -1);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (part.test(x, y)) {
          bounds.add(new Rectangle(x, y, 1, 1));
        }
      }
    }
    return bounds;
  }

  private static long opaque(BufferedImage picture) {
    return pixels(picture).filter(argb -> argb >>> 24 == 255).count();
  }

  private static long visible(BufferedImage picture) {
    return pixels(picture).filter(argb -> argb >>> 24 > 0).count();
  }

  private static IntStream pixels(BufferedImage picture) {
    return Arrays.stream(
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
  }

  /** Pixels of letters in the first that are none in the second. */
  private static long lost(BufferedImage before, BufferedImage after) {
    int[] first = pixels(before).toArray();
    int[] second = pixels(after).toArray();
    return IntStream.range(0, first.length)
        .filter(i -> first[i] == 0xffffffff && second[i] != 0xffffffff)
        .count();
  }

  private static int edgeAlpha(BufferedImage picture) {
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

  private static long share(BufferedImage picture, int rgb) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .filter(
            i ->
                picture.getRGB(i % picture.getWidth(), i / picture.getWidth())
                    == (0xff000000 | rgb))
        .count();
  }
}
