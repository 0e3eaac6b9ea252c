package io.moneyprinter.video.frames;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Short strokes around a centre, some of which light up in turn. */
final class TickRing {
  private final Sheet sheet;
  private final Palette palette;
  private final double phase;

  /**
   * @param phase where the light begins, radians
   */
  TickRing(Sheet sheet, Palette palette, double phase) {
    this.sheet = sheet;
    this.palette = palette;
    this.phase = phase;
  }

  /**
   * Draws it.
   *
   * @param x of its centre, pixels
   * @param y of its centre, pixels
   * @param radius pixels
   */
  void draw(Graphics2D graphics, double t, double x, double y, double radius) {
    int count = 72;
    graphics.setStroke(
        new BasicStroke(
            (float) (sheet.unit() * 0.0035), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count + 0.05 * t;
      double light = Math.pow(0.5 + 0.5 * Math.cos(angle - 1.3 * t - phase), 6);
      double inner = radius * (i % 6 == 0 ? 0.985 : 1);
      double outer = radius * (1.035 + 0.02 * light);
      graphics.setColor(Brush.paint(palette.at(0.75), 0.2 + 0.7 * light));
      graphics.draw(
          new Line2D.Double(
              x + inner * Math.sin(angle),
              y - inner * Math.cos(angle),
              x + outer * Math.sin(angle),
              y - outer * Math.cos(angle)));
    }
  }
}
