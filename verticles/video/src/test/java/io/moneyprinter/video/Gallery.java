package io.moneyprinter.video;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.video.captions.CaptionPhrases;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import io.moneyprinter.video.captions.TitleStrips;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.frames.Backdrops;
import io.moneyprinter.video.frames.FrameSource;
import io.moneyprinter.video.frames.KenBurns;
import io.moneyprinter.video.frames.StillImage;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Draws samples for a person to look at, into target/gallery. */
final class Gallery {
  private static final Path OUT = Path.of("target/gallery");
  private static final FontBook FONTS = new FontBook();

  private Gallery() {}

  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(OUT);
    captions();
    backdrops();
    titles();
  }

  private static void titles() throws IOException {
    List<BufferedImage> shots = new ArrayList<>();
    String[][] media = {
      {"coffee-cup-morning.jpg", "The goat that found coffee"},
      {"mountain-sunrise.jpg", "Above the clouds"},
      {"ocean-waves.jpg", "Sail"},
      {"city-evening.jpg", "قصة القهوة"}
    };
    for (String[] scene : media) {
      Path file = Path.of("../../conf/examples/media").resolve(scene[0]);
      KenBurns source =
          new KenBurns(
              StillImage.read(file, scene[0], 1300),
              Canvas.PORTRAIT,
              new Motion(1.0, 0.5, 0.5, 1.25, 0.3, 0.4),
              150);
      int[] pixels = new int[source.width() * source.height()];
      Path folder = Files.createTempDirectory("gallery");
      StripTrack track =
          new TitleStrips(FONTS)
              .draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, scene[1], "en", 15, 150, folder)
              .orElseThrow();
      for (String state :
          shots.size() < 3 ? new String[] {"in-05", "in-09", "still"} : new String[] {"still"}) {
        source.draw(state.equals("still") ? 149 : 0, pixels);
        BufferedImage frame = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
        frame.setRGB(0, 0, 1080, 1920, pixels, 0, 1080);
        frame
            .createGraphics()
            .drawImage(
                ImageIO.read(folder.resolve("title-" + state + ".png").toFile()),
                track.x(),
                track.y(),
                null);
        shots.add(captioned(frame));
      }
    }
    sheet(shots, 3, "titles.png");
  }

  private static final List<List<String>> PALETTES =
      List.of(
          List.of("#0B1026", "#2B2E83", "#7C4DFF", "#FF7AB6"),
          List.of("#06202B", "#0B5C6B", "#2BB3A3", "#F6D365"),
          List.of("#1D0F1B", "#6B1E4A", "#E2574C", "#FFB86B"),
          List.of("#0A1A14", "#14532D", "#5BAA5F", "#E6F5B0"),
          List.of("#1B1208", "#5C3415", "#C98B4B", "#FFE3B3"));

  private static void backdrops() throws IOException {
    int palette = 0;
    StringBuilder times = new StringBuilder();
    for (Picture.Generated.Style style : Picture.Generated.Style.values()) {
      List<BufferedImage> shots = new ArrayList<>();
      for (long seed : new long[] {7, 20}) {
        FrameSource source =
            Backdrops.of(
                new Picture.Generated(
                    style, seed, PALETTES.get(palette++ % PALETTES.size()), List.of("coffee")),
                Canvas.PORTRAIT,
                FONTS);
        int[] pixels = new int[source.width() * source.height()];
        for (int frame : new int[] {0, 90}) {
          source.draw(frame, pixels);
          BufferedImage small =
              new BufferedImage(source.width(), source.height(), BufferedImage.TYPE_INT_RGB);
          small.setRGB(0, 0, source.width(), source.height(), pixels, 0, source.width());
          shots.add(captioned(small));
        }
        for (int i = 0; i < 150; i++) {
          source.draw(i, pixels);
        }
        long start = cpu();
        for (int i = 0; i < 60; i++) {
          source.draw(i, pixels);
        }
        times.append(String.format("%s %.1f ms%n", style, (cpu() - start) / 60e6));
      }
      sheet(shots, 4, "backdrop-" + style.name().toLowerCase() + ".png");
    }
    Files.writeString(OUT.resolve("times.txt"), times);
  }

  /** Of this thread alone: the machine may be busy. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static BufferedImage captioned(BufferedImage background) throws IOException {
    BufferedImage full = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = full.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(background, 0, 0, 1080, 1920, null);
    Path folder = Files.createTempDirectory("gallery");
    StripTrack track =
        new CaptionStrips(FONTS)
            .draw(
                Canvas.PORTRAIT,
                CaptionStyle.DEFAULT,
                List.of(
                    new Caption(
                        0,
                        30,
                        List.of(
                            new Caption.Word("Every", 0, 10),
                            new Caption.Word("morning", 10, 20),
                            new Caption.Word("starts", 20, 22),
                            new Caption.Word("here", 22, 30)))),
                30,
                folder)
            .orElseThrow();
    graphics.drawImage(
        ImageIO.read(folder.resolve("captions-000-02.png").toFile()), track.x(), track.y(), null);
    return full;
  }

  private static void captions() throws IOException {
    List<BufferedImage> shots = new ArrayList<>();
    for (CaptionStyle.Mode mode : CaptionStyle.Mode.values()) {
      shots.add(shot(mode, "en", "Coffee was discovered by a goat herder, or so the story goes."));
    }
    sheet(shots, 4, "captions-modes.png");
    shots.clear();
    String[][] texts = {
      {"de", "Die Donaudampfschifffahrtsgesellschaft fährt ganz überraschend."},
      {"ar", "القهوة العربية (Arabica) هي الأكثر شعبية في العالم، منذ 500 سنة."},
      {"he", "הקפה הגיע לאירופה במאה ה-17 דרך ונציה."},
      {"zh", "咖啡的历史可以追溯到公元九世纪的埃塞俄比亚高原。"},
      {"ja", "コーヒーは世界中で愛されている飲み物です。"},
      {"th", "กาแฟเป็นเครื่องดื่มที่ได้รับความนิยมมากที่สุด"},
      {"hi", "कॉफ़ी दुनिया का सबसे लोकप्रिय पेय है।"},
      {"en", "Great coffee ☕️ makes me happy 😀🚀 ❤️ always"},
      {"ru", "Кофе — самый популярный напиток, Ελληνικός καφές, Việt Nam!"}
    };
    for (String[] text : texts) {
      shots.add(shot(CaptionStyle.Mode.KARAOKE, text[0], text[1]));
    }
    sheet(shots, 3, "captions-scripts.png");
  }

  private static BufferedImage shot(CaptionStyle.Mode mode, String language, String text)
      throws IOException {
    List<WordTiming> words = new ArrayList<>();
    double time = 0;
    for (String word : text.split(" ")) {
      double length = 0.15 + 0.05 * word.length();
      words.add(new WordTiming(word, 0, 0, time, time + length));
      time += length;
    }
    List<Caption> captions = CaptionPhrases.of(words, language, 0, 900, 30);
    BufferedImage sheet = new BufferedImage(1080, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, new Color(0x6fa3c7), 1080, 900, new Color(0xf2ead8)));
    graphics.fillRect(0, 0, 1080, 1000);
    Path folder = Files.createTempDirectory("gallery");
    CaptionStyle style = RecordJson.strict().convertValue(Map.of("mode", mode), CaptionStyle.class);
    StripTrack track =
        new CaptionStrips(FONTS).draw(Canvas.PORTRAIT, style, captions, 900, folder).orElseThrow();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(f -> f.toString().endsWith("png") && !f.toString().contains("none"))
              .sorted()
              .toList();
    }
    int y = 10;
    int step = Math.max(1, files.size() / 3);
    for (int i = 0; i < files.size() && y < 1000; i += step) {
      graphics.drawImage(ImageIO.read(files.get(i).toFile()), track.x(), y, null);
      y += track.height() + 20;
    }
    return sheet;
  }

  static void sheet(List<BufferedImage> pictures, int columns, String name) throws IOException {
    int width = 1500 / columns;
    int height = pictures.get(0).getHeight() * width / pictures.get(0).getWidth();
    int rows = (pictures.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(columns * (width + 6), rows * (height + 6), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    for (int i = 0; i < pictures.size(); i++) {
      graphics.drawImage(
          pictures.get(i).getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING),
          i % columns * (width + 6),
          i / columns * (height + 6),
          null);
    }
    ImageIO.write(sheet, "png", OUT.resolve(name).toFile());
  }
}
