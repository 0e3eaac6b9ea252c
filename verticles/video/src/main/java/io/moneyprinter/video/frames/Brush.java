package io.moneyprinter.video.frames;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.function.Consumer;

/** Draws with Java2D straight into a frame's pixels. */
final class Brush {
  private Brush() {}

  /** Anti-aliased, at sub-pixel places; dispose of it afterwards. */
  static Graphics2D over(Sheet sheet, int[] pixels) {
    DirectColorModel model = new DirectColorModel(24, 0xff0000, 0xff00, 0xff);
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(pixels, sheet.width() * sheet.height()),
            sheet.width(),
            sheet.height(),
            sheet.width(),
            new int[] {0xff0000, 0xff00, 0xff},
            null);
    Graphics2D graphics = new BufferedImage(model, raster, false, null).createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  /** Draws so, and leaves the pixels as a frame has them. */
  static void draw(Sheet sheet, int[] pixels, Consumer<Graphics2D> drawing) {
    Graphics2D graphics = over(sheet, pixels);
    drawing.accept(graphics);
    graphics.dispose();
    tidy(pixels);
  }

  /** Java2D marks what it covers wholly in the byte that is to stay empty. */
  private static void tidy(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xffffff;
    }
  }

  /**
   * @param color red, green and blue, 0 to 255
   * @param opacity 0 to 1
   */
  static Color paint(double[] color, double opacity) {
    int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, opacity)));
    return new Color(Palette.packed(color) | alpha << 24, true);
  }
}
