package io.moneyprinter.video.frames;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Every word on a line of its own, as wide as the picture lets it be. */
final class RisingLines implements Motif {
  private static final double[] WHITE = {255, 255, 255};

  /** Where words may stand, shares of the height. */
  private static final double TOP = 0.13;

  private static final double BOTTOM = 0.62;

  private final Sheet sheet;
  private final Palette palette;
  private final List<Lettering.Word> shapes;

  RisingLines(Sheet sheet, Palette palette, List<Lettering.Word> shapes) {
    this.sheet = sheet;
    this.palette = palette;
    this.shapes = shapes;
  }

  @Override
  public void draw(double t, int[] pixels) {
    Brush.draw(sheet, pixels, graphics -> draw(graphics, t));
  }

  private void draw(Graphics2D graphics, double t) {
    double wide = sheet.width() * 0.84;
    double high = sheet.height() * (BOTTOM - TOP);
    double gap = 0.24;
    double[] size = new double[shapes.size()];
    double sum = 0;
    double most = Math.min(sheet.width() * 0.3, high / shapes.size());
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.min(most, wide / shapes.get(i).width());
      sum += size[i] * (0.74 + gap);
    }
    double shrink = Math.min(1, high / sum);
    double y = sheet.height() * TOP + (high - sum * shrink) / 2;
    double grow = 1 + 0.012 * t;
    graphics.translate(sheet.width() / 2.0, sheet.height() * (TOP + BOTTOM) / 2);
    graphics.scale(grow, grow);
    graphics.translate(-sheet.width() / 2.0, -sheet.height() * (TOP + BOTTOM) / 2);
    int lit = (int) (Math.max(0, t - 1) / 1.1) % size.length;
    for (int i = 0; i < size.length; i++) {
      double em = size[i] * shrink;
      double in = Easing.out(Easing.along(t, 0.1 + 0.17 * i, 0.75));
      double base = y + em * 0.74;
      Shape clip = graphics.getClip();
      graphics.clip(
          new Rectangle2D.Double(
              -sheet.width(), y - em * 0.14, 3.0 * sheet.width(), em * (0.74 + gap)));
      double[] color = i == lit ? palette.at(0.82) : Palette.mix(palette.at(1), WHITE, 0.55);
      graphics.setColor(Brush.paint(color, Math.min(1, in * 2)));
      graphics.fill(shapes.get(i).at(sheet.width() * 0.08, base + (1 - in) * em, em));
      graphics.setClip(clip);
      y += em * (0.74 + gap);
    }
    double bar = Easing.inOut(Easing.along(t, 0.5, 0.9));
    graphics.setColor(Brush.paint(palette.at(0.7), 0.95));
    graphics.fill(
        new Rectangle2D.Double(
            sheet.width() * 0.08,
            y + 0.012 * sheet.height(),
            wide * 0.3 * bar,
            sheet.unit() * 0.009));
  }
}
