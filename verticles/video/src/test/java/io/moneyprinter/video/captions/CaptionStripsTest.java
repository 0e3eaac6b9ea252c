package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionStripsTest {
  private static final FontBook FONTS = new FontBook();

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
    new CaptionStrips(new FontBook())
        .draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, captions, 20, other);

    for (String file : List.of("captions-000-01.png", "captions.ffconcat")) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  @Test
  void noCaptionsMeanNoStrips() {
    CaptionStrips strips = new CaptionStrips(FONTS);
    assertThat(strips.draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, List.of(), 30, folder)).isEmpty();
    CaptionStyle off = new CaptionStyle(false, null, null, null, null, null, null, null);
    assertThat(strips.draw(Canvas.PORTRAIT, off, List.of(caption(0, 20, "Hidden", 0)), 30, folder))
        .isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private StripTrack draw(Canvas canvas, CaptionStyle style, List<Caption> captions, int frames) {
    return new CaptionStrips(FONTS).draw(canvas, style, captions, frames, folder).orElseThrow();
  }

  private static CaptionStyle style(
      CaptionStyle.Mode mode, CaptionStyle.Position position, Double size) {
    return new CaptionStyle(true, mode, position, null, size, null, null, null);
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
    return java.util.stream.IntStream.range(0, picture.getWidth() * picture.getHeight())
        .filter(
            i ->
                picture.getRGB(i % picture.getWidth(), i / picture.getWidth())
                    == (0xff000000 | rgb))
        .count();
  }
}
