package io.moneyprinter.video;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import io.moneyprinter.codecs.materials.Picture.Generated.Style;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.frames.Backdrops;
import io.moneyprinter.video.frames.FrameSource;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws ten scenes of the generated source, each at its third second, on one sheet, and prints what
 * a frame of each costs. Give the file to write and, to draw on, {@code landscape}.
 */
final class GeneratedSheet {
  private static final int COLUMNS = 5;
  private static final int GAP = 10;

  private GeneratedSheet() {}

  private static Picture.Generated scene(
      Style style, long seed, String colors, List<String> words, Figure... figures) {
    return new Picture.Generated(style, seed, List.of(colors.split(" ")), words, List.of(figures));
  }

  static final List<Picture.Generated> SCENES =
      List.of(
          scene(Style.AURORA, 3, "#04141F #0A3A52 #12708A #3FB8C4 #BFEDE6", List.of()),
          scene(
              Style.KINETIC,
              1,
              "#160B06 #3E2012 #7A4322 #C08445 #F3DDB3",
              List.of("coffee", "legend", "Ethiopia")),
          scene(
              Style.CHART,
              4,
              "#04100F #0A322F #0F6A5E #2DBE96 #C6F7DD",
              List.of(),
              new Figure(71, "%", "of the Earth is water")),
          scene(Style.WAVES, 5, "#1A0A1E #57213F #B2475A #F0936A #FFE1AE", List.of()),
          scene(
              Style.KINETIC,
              4,
              "#08060F #2A1150 #7A1E8C #E0409A #FFB6C9",
              List.of("city", "night", "neon")),
          scene(
              Style.CHART,
              8,
              "#0C0B05 #2F2A10 #70601E #C2A23A #F8E9A9",
              List.of(),
              new Figure(2500, "", "stone blocks a day")),
          scene(Style.SHAPES, 7, "#0B0618 #2B1352 #5A2C94 #A56BD6 #EBD4F8", List.of()),
          scene(Style.PARTICLES, 9, "#180404 #4F0E0A #A62A12 #EE6A1F #FFD98A", List.of()),
          scene(
              Style.CHART,
              2,
              "#07111A #1D3A52 #4A7899 #9CC6DA #F1F8FA",
              List.of(),
              new Figure(84, "million", "Germany"),
              new Figure(68, "million", "France"),
              new Figure(38, "million", "Poland")),
          scene(
              Style.KINETIC,
              5,
              "#06130B #12351F #2A6B3C #74B05A #E4EFB4",
              List.of("forest", "silence", "moss", "rain")));

  public static void main(String[] arguments) throws IOException {
    boolean wide = arguments.length > 1;
    Canvas canvas = wide ? Canvas.LANDSCAPE : Canvas.PORTRAIT;
    int width = wide ? 384 : 216;
    int height = wide ? 216 : 384;
    int rows = SCENES.size() / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (width + GAP) + GAP, rows * (height + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    FontBook fonts = ShippedFonts.book();
    for (int i = 0; i < SCENES.size(); i++) {
      FrameSource source = Backdrops.of(SCENES.get(i), canvas, fonts);
      int[] pixels = new int[source.width() * source.height()];
      source.draw(60, pixels);
      long start = System.nanoTime();
      for (int frame = 80; frame <= 90; frame++) {
        source.draw(frame, pixels);
      }
      System.out.printf(
          "%-10s %.1f ms%n", SCENES.get(i).style(), (System.nanoTime() - start) / 11e6);
      BufferedImage frame =
          new BufferedImage(source.width(), source.height(), BufferedImage.TYPE_INT_RGB);
      frame.setRGB(0, 0, source.width(), source.height(), pixels, 0, source.width());
      graphics.drawImage(
          frame.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING),
          GAP + i % COLUMNS * (width + GAP),
          GAP + i / COLUMNS * (height + GAP),
          null);
    }
    ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
  }
}
