package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;

/** A number that is counted up to, with rings that widen behind it. */
final class FigureCounter implements Motif {

  private final Sheet sheet;
  private final Palette palette;
  private final FigureLettering letters;
  private final TickRing ticks;
  private final Figure figure;
  private final double phase;

  FigureCounter(
      Sheet sheet,
      Palette palette,
      FigureLettering letters,
      TickRing ticks,
      Figure figure,
      double phase) {
    this.sheet = sheet;
    this.palette = palette;
    this.letters = letters;
    this.ticks = ticks;
    this.figure = figure;
    this.phase = phase;
  }

  @Override
  public void draw(double t, int[] pixels) {
    Brush.draw(sheet, pixels, graphics -> draw(graphics, t));
  }

  private void draw(Graphics2D graphics, double t) {
    double grown = Easing.out(Easing.along(t, 0.1, FigureChart.GROWTH));
    double x = sheet.width() / 2.0;
    double y = sheet.height() * FigureChart.CENTRE;
    double radius = Math.min(sheet.unit() * 0.27, sheet.height() * 0.2);
    ticks.draw(graphics, t, x, y, radius);
    ticks.draw(graphics, -0.7 * t, x, y, radius * 1.12);
    for (int i = 0; i < 3; i++) {
      double age = (t * 0.35 + i / 3.0 + phase) % 1;
      graphics.setStroke(new BasicStroke((float) (sheet.unit() * 0.004)));
      graphics.setColor(Brush.paint(palette.at(0.8), 0.35 * (1 - age) * (1 - age)));
      double wide = radius * (1 + 0.7 * age);
      graphics.draw(new Arc2D.Double(x - wide, y - wide, 2 * wide, 2 * wide, 90, -360, Arc2D.OPEN));
    }
    letters.number(graphics, figure.value() * grown, figure, x, y, radius * 1.75, radius * 0.8);
    letters.label(graphics, t, figure.label(), x, y + radius * 1.42, sheet.width() * 0.84);
  }
}
