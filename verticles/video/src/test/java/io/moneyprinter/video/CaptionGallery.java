package io.moneyprinter.video;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws every caption mode on every background into docs/images/captions.jpg. Run it in
 * verticles/video. Arguments: where the sheet goes, .jpg or .png.
 */
final class CaptionGallery {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 150;
  private static final int TITLE = 34;

  /** Of the canvas: where a cell is cut out of it. */
  private static final int CUT = 1120;

  private static final Caption PHRASE =
      new Caption(
          0,
          60,
          List.of(
              new Caption.Word("Goats", 0, 15),
              new Caption.Word("found", 15, 30),
              new Caption.Word("coffee", 30, 45),
              new Caption.Word("first", 45, 60)));

  /** The picture that tells most of a mode. */
  private static final Map<CaptionStyle.Mode, String> TELLING =
      Map.of(
          CaptionStyle.Mode.KARAOKE, "captions-000-03.png",
          CaptionStyle.Mode.BOXED, "captions-000-03.png",
          CaptionStyle.Mode.SENTENCE, "captions-000-00.png",
          CaptionStyle.Mode.WORD, "captions-002-00.png",
          CaptionStyle.Mode.POP, "captions-000-03-0.png",
          CaptionStyle.Mode.TYPEWRITER, "captions-000-03.png");

  private final CaptionStrips strips = new CaptionStrips(new FontBook());
  private final BufferedImage photo =
      ImageIO.read(Path.of("../../conf/examples/media/mountain-sunrise.jpg").toFile());

  private CaptionGallery() throws IOException {}

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments.length > 0 ? arguments[0] : "../../docs/images/captions.jpg");
    write(new CaptionGallery().sheet(), target);
  }

  private BufferedImage sheet() throws IOException {
    CaptionStyle.Background[] backgrounds = CaptionStyle.Background.values();
    CaptionStyle.Mode[] modes = CaptionStyle.Mode.values();
    BufferedImage sheet =
        new BufferedImage(
            backgrounds.length * (WIDTH + 8) + 8,
            modes.length * (HEIGHT + TITLE + 8) + 8,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(sheet);
    graphics.setColor(new Color(0x14161c));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
    for (int row = 0; row < modes.length; row++) {
      for (int column = 0; column < backgrounds.length; column++) {
        int x = 8 + column * (WIDTH + 8);
        int y = 8 + row * (HEIGHT + TITLE + 8);
        graphics.setColor(new Color(0xd8dbe4));
        graphics.drawString(label(modes[row], backgrounds[column]), x + 4, y + 22);
        graphics.drawImage(
            cell(modes[row], backgrounds[column]), x, y + TITLE, WIDTH, HEIGHT, null);
      }
    }
    graphics.dispose();
    return sheet;
  }

  private static String label(CaptionStyle.Mode mode, CaptionStyle.Background background) {
    return mode.name().toLowerCase(java.util.Locale.ROOT)
        + (background == CaptionStyle.Background.NONE
            ? ""
            : ", background: " + background.name().toLowerCase(java.util.Locale.ROOT));
  }

  private BufferedImage cell(CaptionStyle.Mode mode, CaptionStyle.Background background)
      throws IOException {
    Path folder = Files.createTempDirectory("captions");
    CaptionStyle style =
        RecordJson.strict()
            .convertValue(
                Map.of("mode", mode, "background", background, "offset", 68), CaptionStyle.class);
    StripTrack track =
        strips.draw(Canvas.PORTRAIT, style, List.of(PHRASE), 60, folder).orElseThrow();
    BufferedImage frame = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(frame);
    int wide = photo.getWidth() * 1920 / photo.getHeight();
    graphics.drawImage(photo, (1080 - wide) / 2, 0, wide, 1920, null);
    graphics.drawImage(
        ImageIO.read(folder.resolve(TELLING.get(mode)).toFile()), track.x(), track.y(), null);
    graphics.dispose();
    int height = 1080 * HEIGHT / WIDTH;
    BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D smaller = smooth(small);
    smaller.drawImage(
        frame
            .getSubimage(0, CUT, 1080, height)
            .getScaledInstance(WIDTH, HEIGHT, java.awt.Image.SCALE_AREA_AVERAGING),
        0,
        0,
        null);
    smaller.dispose();
    return small;
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
