package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;

/** A percentage as a ring that fills. */
final class FigureGauge implements Motif {
  private static final int PARTS = 24;

  private final Sheet sheet;
  private final Palette palette;
  private final FigureLettering letters;
  private final TickRing ticks;
  private final Figure figure;

  FigureGauge(
      Sheet sheet, Palette palette, FigureLettering letters, TickRing ticks, Figure figure) {
    this.sheet = sheet;
    this.palette = palette;
    this.letters = letters;
    this.ticks = ticks;
    this.figure = figure;
  }

  @Override
  public void draw(double t, int[] pixels) {
    Brush.draw(sheet, pixels, graphics -> draw(graphics, t));
  }

  private void draw(Graphics2D graphics, double t) {
    double radius = Math.min(sheet.unit() * 0.25, sheet.height() * 0.185);
    double grown = Easing.inOut(Easing.along(t, 0.15, FigureChart.GROWTH));
    double x = sheet.width() / 2.0;
    double y = sheet.height() * FigureChart.CENTRE;
    float thick = (float) (radius * 0.2);
    graphics.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(Brush.paint(palette.at(0.9), 0.14));
    graphics.draw(arc(x, y, radius, 0, 360));
    double angle = 360 * figure.value() / 100 * grown;
    graphics.setStroke(new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < PARTS && angle > 0.5; i++) {
      graphics.setColor(tone(i / (PARTS - 1.0)));
      double from = angle * i / PARTS;
      // Parts lie over one another a little, so that no seam shows.
      double more = i + 1 < PARTS ? Math.min(0.6, angle / PARTS) : 0;
      graphics.draw(arc(x, y, radius, from, angle / PARTS + more));
    }
    end(graphics, x, y, radius, 0, thick, 0);
    end(graphics, x, y, radius, angle, thick, 1);
    ticks.draw(graphics, t, x, y, radius * 1.28);
    letters.number(graphics, figure.value() * grown, figure, x, y, radius * 1.3, radius * 0.62);
    letters.label(graphics, t, figure.label(), x, y + radius * 1.62, sheet.width() * 0.84);
  }

  private Color tone(double share) {
    return Brush.paint(palette.at(0.55 + 0.4 * share), 1);
  }

  /** A round end of the gauge. */
  private void end(
      Graphics2D graphics,
      double x,
      double y,
      double radius,
      double angle,
      double thick,
      double share) {
    double turn = Math.toRadians(angle);
    graphics.setColor(tone(share));
    graphics.fill(
        new Ellipse2D.Double(
            x + radius * Math.sin(turn) - thick / 2,
            y - radius * Math.cos(turn) - thick / 2,
            thick,
            thick));
  }

  private static Arc2D arc(double x, double y, double radius, double from, double angle) {
    return new Arc2D.Double(
        x - radius, y - radius, 2 * radius, 2 * radius, 90 - from, -angle, Arc2D.OPEN);
  }
}
