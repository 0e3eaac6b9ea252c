package io.moneyprinter.video;

import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.CaptionPhrases;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import io.moneyprinter.video.fonts.FontBook;
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
    System.out.println(captions.stream().map(Caption::text).toList());
    BufferedImage sheet = new BufferedImage(1080, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, new Color(0x6fa3c7), 1080, 900, new Color(0xf2ead8)));
    graphics.fillRect(0, 0, 1080, 1000);
    Path folder = Files.createTempDirectory("gallery");
    CaptionStyle style = new CaptionStyle(true, mode, null, null, null, null, null, null);
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
