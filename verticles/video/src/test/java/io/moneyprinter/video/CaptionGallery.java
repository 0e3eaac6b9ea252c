package io.moneyprinter.video;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionPresets;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.CaptionPhrases;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws docs/images/captions.jpg (every mode on every background, the single options, every preset)
 * and docs/images/scripts.jpg (what the shipped fonts make of the world's scripts). Run it in
 * verticles/video. Arguments: the folder, and jpg or png.
 */
final class CaptionGallery {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 168;
  private static final int TITLE = 30;
  private static final int COLUMNS = 3;

  /** The part of the canvas that a cell shows: its width, and 68 percent down the middle of it. */
  private static final int PART = 900;

  private static final int MIDDLE = 1306;

  private static final String ENGLISH = "Goats found coffee first";

  private record Cell(String label, Map<String, Object> style, String language, String text) {}

  private final CaptionStrips strips = new CaptionStrips(ShippedFonts.book());
  private final BufferedImage photo =
      ImageIO.read(Path.of("../../conf/examples/media/mountain-sunrise.jpg").toFile());

  private CaptionGallery() throws IOException {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../../docs/images");
    String form = arguments.length > 1 ? arguments[1] : "jpg";
    CaptionGallery gallery = new CaptionGallery();
    write(gallery.sheet(styles()), folder.resolve("captions." + form));
    write(gallery.sheet(scripts()), folder.resolve("scripts." + form));
  }

  private static List<Cell> styles() {
    List<Cell> cells = new ArrayList<>();
    for (CaptionStyle.Mode mode : CaptionStyle.Mode.values()) {
      for (CaptionStyle.Background background : CaptionStyle.Background.values()) {
        cells.add(
            english(
                "mode: " + name(mode) + ", background: " + name(background),
                Map.of("mode", mode, "background", background)));
      }
    }
    cells.add(english("gradient: \"#FFD54A\"", Map.of("gradient", "#FFD54A")));
    cells.add(
        english(
            "gradient on a rounded background",
            Map.of("gradient", "#7CFFCB", "background", "rounded", "outlineWidth", 0)));
    cells.add(english("gradient, mode: boxed", Map.of("gradient", "#FF9EC7", "mode", "boxed")));
    cells.add(english("glow: \"#00C8FF\"", Map.of("glow", "#00C8FF", "outlineWidth", 2)));
    cells.add(english("outlineWidth: 0", Map.of("outlineWidth", 0)));
    cells.add(english("outlineWidth: 18", Map.of("outlineWidth", 18)));
    cells.add(english("shadow: false", Map.of("shadow", false)));
    cells.add(english("uppercase: true", Map.of("uppercase", true)));
    cells.add(english("maxWords: 2, size: 10", Map.of("maxWords", 2, "size", 10)));
    CaptionPresets.all()
        .forEach(
            preset ->
                cells.add(english("preset: " + preset.name(), Map.of("preset", preset.name()))));
    return cells;
  }

  private static Cell english(String label, Map<String, Object> style) {
    Map<String, Object> placed = new TreeMap<>(style);
    placed.put("offset", 68);
    return new Cell(label, placed, "en", ENGLISH);
  }

  private static List<Cell> scripts() {
    String[][] texts = {
      {"Latin, Vietnamese", "vi", "Tiếng Việt có rất nhiều dấu"},
      {"Latin, Polish and Turkish", "pl", "Zażółć gęślą jaźń, İğüşöç"},
      {"Greek", "el", "Η ιστορία του καφέ"},
      {"Cyrillic", "uk", "Їжак з'їв ґудзик першим"},
      {"Chinese", "zh", "咖啡的历史可以追溯到公元九世纪"},
      {"Japanese", "ja", "コーヒーは世界中で愛されている"},
      {"Hangul", "ko", "염소가 커피를 처음 발견했다"},
      {"Arabic, right to left", "ar", "اكتشف الماعز القهوة أولاً"},
      {"Arabic with digits and Latin", "ar", "القهوة في عام 1511 في Mecca"},
      {"Hebrew, right to left", "he", "העזים גילו את הקפה ראשונות"},
      {"Devanagari", "hi", "क्षत्रिय श्रद्धा से विद्यार्थी"},
      {"Bengali", "bn", "ছাগলরা প্রথম কফি খুঁজে পায়"},
      {"Tamil", "ta", "ஆடுகள் முதலில் காபியைக் கண்டன"},
      {"Thai", "th", "แพะพบกาแฟเป็นครั้งแรกที่นี่"},
      {"Khmer", "km", "ពពែបានរកឃើញកាហ្វេមុនគេ"},
      {"Burmese", "my", "ဆိတ်များက ကော်ဖီကို ရှာတွေ့"},
      {"Emoji: faces, tones, families", "en", "Hi 👋🏽 to 👨‍👩‍👧‍👦 and 👩🏾‍🚀"},
      {"Emoji: flags, keycaps, hearts", "en", "Top 1️⃣☕ in 🇪🇹🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️"}
    };
    List<Cell> cells = new ArrayList<>();
    for (String[] text : texts) {
      String mode = cells.size() % 2 == 0 ? "karaoke" : "boxed";
      cells.add(new Cell(text[0], Map.of("mode", mode, "offset", 68), text[1], text[2]));
    }
    return cells;
  }

  private BufferedImage sheet(List<Cell> cells) throws IOException {
    int rows = (cells.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (WIDTH + 8) + 8, rows * (HEIGHT + TITLE + 8) + 8, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(sheet);
    graphics.setColor(new Color(0x14161c));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
    for (int i = 0; i < cells.size(); i++) {
      int x = 8 + i % COLUMNS * (WIDTH + 8);
      int y = 8 + i / COLUMNS * (HEIGHT + TITLE + 8);
      graphics.setColor(new Color(0xd8dbe4));
      graphics.drawString(cells.get(i).label(), x + 4, y + 20);
      graphics.drawImage(picture(cells.get(i)), x, y + TITLE, null);
    }
    graphics.dispose();
    return sheet;
  }

  private static String name(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private BufferedImage picture(Cell cell) throws IOException {
    CaptionStyle style = RecordJson.strict().convertValue(cell.style(), CaptionStyle.class);
    Caption caption = caption(cell, style);
    Path folder = Files.createTempDirectory(Path.of("target"), "captions-");
    StripTrack track =
        strips
            .draw(Canvas.PORTRAIT, style, List.of(caption), caption.end() + 30, folder)
            .orElseThrow();
    // A springing word is shown at its largest, in its first frame.
    Caption.Word word = caption.words().get(caption.words().size() / 2);
    int frame = style.springs() ? word.start() : (word.start() + word.end()) / 2;
    BufferedImage whole = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(whole);
    int wide = photo.getWidth() * 1920 / photo.getHeight();
    graphics.drawImage(photo, (1080 - wide) / 2, 0, wide, 1920, null);
    graphics.drawImage(
        ImageIO.read(folder.resolve(shownAt(track, frame)).toFile()), track.x(), track.y(), null);
    graphics.dispose();
    int height = PART * HEIGHT / WIDTH;
    BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D smaller = smooth(small);
    smaller.drawImage(
        whole
            .getSubimage((1080 - PART) / 2, MIDDLE - height / 2, PART, height)
            .getScaledInstance(WIDTH, HEIGHT, java.awt.Image.SCALE_AREA_AVERAGING),
        0,
        0,
        null);
    smaller.dispose();
    return small;
  }

  /** The first phrase of the text, as a voice speaks it. */
  private static Caption caption(Cell cell, CaptionStyle style) {
    List<WordTiming> words = new ArrayList<>();
    double at = 0;
    for (String word : cell.text().split(" ")) {
      words.add(new WordTiming(word, 0, 0, at, at + 0.1 * word.length()));
      at += 0.1 * word.length();
    }
    return CaptionPhrases.of(words, cell.language(), 0, (int) (at * 30) + 30, 30, style.maxWords())
        .get(0);
  }

  private static String shownAt(StripTrack track, int frame) throws IOException {
    double left = frame / 30.0 + 0.001;
    String file = null;
    for (String line : Files.readAllLines(track.list())) {
      if (line.startsWith("file ") && left > 0) {
        file = line.substring(5);
      } else if (line.startsWith("duration ")) {
        left -= Double.parseDouble(line.substring(9));
      }
    }
    return file;
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    return graphics;
  }

  private static void write(BufferedImage sheet, Path target) throws IOException {
    if (target.toString().endsWith(".png")) {
      ImageIO.write(sheet, "png", target.toFile());
      return;
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.85f);
    Files.deleteIfExists(target);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(target.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(sheet, null, null), quality);
    } finally {
      writer.dispose();
    }
  }
}
