package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Numbers that grow to what they are: a gauge for a percentage, bars for several numbers of one
 * unit, a counter for any other. Above where captions stand.
 */
final class FigureChart implements FrameSource {
  private static final double[] WHITE = {255, 255, 255};
  private static final double CENTRE = 0.37;
  private static final double GROWTH = 1.6;
  private static final int MOST = 4;
  private static final int PARTS = 24;

  private final Sheet sheet;
  private final Palette palette;
  private final Drift drift;
  private final FigureLettering letters;
  private final List<Figure> figures;
  private final double phase;

  /**
   * @param figures at least one
   */
  FigureChart(
      Sheet sheet,
      Palette palette,
      SplittableRandom random,
      Lettering letters,
      List<Figure> figures) {
    this.sheet = sheet;
    this.palette = palette;
    this.letters =
        new FigureLettering(letters, palette, Math.sqrt(sheet.width() * (double) sheet.height()));
    this.figures = figures.stream().limit(MOST).toList();
    this.drift = new Drift(palette, random, sheet.aspect(), 4, 0.5, 0.6);
    this.phase = random.nextDouble(2 * Math.PI);
  }

  @Override
  public int width() {
    return sheet.width();
  }

  @Override
  public int height() {
    return sheet.height();
  }

  @Override
  public void draw(int frame, int[] pixels) {
    double t = sheet.seconds(frame);
    new ColorField(sheet.width(), sheet.height()).fill(drift.at(t)).draw(pixels);
    Graphics2D graphics = Brush.over(sheet, pixels);
    Figure first = figures.get(0);
    boolean alike = figures.stream().allMatch(figure -> figure.unit().equals(first.unit()));
    if (figures.size() > 1 && alike) {
      bars(graphics, t);
    } else if (first.unit().equals("%") && first.value() <= 100) {
      gauge(graphics, t, first);
    } else {
      counter(graphics, t, first);
    }
    graphics.dispose();
    Brush.tidy(pixels);
  }

  private void gauge(Graphics2D graphics, double t, Figure figure) {
    double radius = Math.min(unit() * 0.25, sheet.height() * 0.185);
    double grown = Easing.inOut(Easing.along(t, 0.15, GROWTH));
    double x = sheet.width() / 2.0;
    double y = sheet.height() * CENTRE;
    float thick = (float) (radius * 0.2);
    graphics.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(Brush.paint(palette.at(0.9), 0.14));
    graphics.draw(arc(x, y, radius, 360));
    double angle = 360 * figure.value() / 100 * grown;
    graphics.setStroke(new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < PARTS && angle > 0.5; i++) {
      graphics.setColor(tone(i / (PARTS - 1.0)));
      double from = angle * i / PARTS;
      // Parts lie over one another a little, so that no seam shows.
      double more = i + 1 < PARTS ? Math.min(0.6, angle / PARTS) : 0;
      graphics.draw(
          new Arc2D.Double(
              x - radius,
              y - radius,
              2 * radius,
              2 * radius,
              90 - from,
              -angle / PARTS - more,
              Arc2D.OPEN));
    }
    end(graphics, x, y, radius, 0, thick, 0);
    end(graphics, x, y, radius, angle, thick, 1);
    ticks(graphics, t, x, y, radius * 1.28);
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

  private static Arc2D arc(double x, double y, double radius, double angle) {
    return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, 90, -angle, Arc2D.OPEN);
  }

  private void counter(Graphics2D graphics, double t, Figure figure) {
    double grown = Easing.out(Easing.along(t, 0.1, GROWTH));
    double x = sheet.width() / 2.0;
    double y = sheet.height() * CENTRE;
    double radius = Math.min(unit() * 0.27, sheet.height() * 0.2);
    ticks(graphics, t, x, y, radius);
    ticks(graphics, -0.7 * t, x, y, radius * 1.12);
    for (int i = 0; i < 3; i++) {
      double age = (t * 0.35 + i / 3.0 + phase) % 1;
      graphics.setStroke(new BasicStroke((float) (unit() * 0.004)));
      graphics.setColor(Brush.paint(palette.at(0.8), 0.35 * (1 - age) * (1 - age)));
      graphics.draw(arc(x, y, radius * (1 + 0.7 * age), 360));
    }
    letters.number(graphics, figure.value() * grown, figure, x, y, radius * 1.75, radius * 0.8);
    letters.label(graphics, t, figure.label(), x, y + radius * 1.42, sheet.width() * 0.84);
  }

  private void bars(Graphics2D graphics, double t) {
    double left = sheet.width() * 0.1;
    double wide = sheet.width() * 0.8;
    double top = sheet.height() * 0.15;
    double pitch = sheet.height() * 0.46 / figures.size();
    double most = figures.stream().mapToDouble(Figure::value).max().orElse(1);
    double thick = Math.min(pitch * 0.4, unit() * 0.075);
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      double grown = Easing.inOut(Easing.along(t, 0.15 + 0.22 * i, GROWTH));
      double y = top + pitch * i + pitch * 0.5;
      double share = most == 0 ? 0 : figure.value() / most;
      double length = Math.max(thick, wide * share * grown);
      graphics.setColor(Brush.paint(palette.at(0.9), 0.13));
      graphics.fill(new RoundRectangle2D.Double(left, y, wide, thick, thick, thick));
      graphics.setColor(Brush.paint(palette.at(share > 0.999 ? 0.85 : 0.6), 1));
      graphics.fill(new RoundRectangle2D.Double(left, y, length, thick, thick, thick));
      double in = Easing.out(Easing.along(t, 0.1 + 0.22 * i, 0.6));
      graphics.setColor(Brush.paint(Palette.mix(palette.at(1), WHITE, 0.6), in));
      Lettering.Word value = letters.value(figure.value() * grown, figure);
      double em = Math.min(thick * 0.95, wide * 0.42 / value.width());
      graphics.fill(value.at(left + wide - value.width() * em, y - thick * 0.32, em));
      if (!figure.label().isBlank()) {
        Lettering.Word label = letters.word(figure.label());
        double small = Math.min(thick * 0.62, wide * 0.54 / label.width());
        graphics.setColor(Brush.paint(Palette.mix(palette.at(1), WHITE, 0.3), 0.9 * in));
        graphics.fill(label.at(left, y - thick * 0.32, small));
      }
    }
  }

  /** Short strokes around a centre, some of which light up in turn. */
  private void ticks(Graphics2D graphics, double t, double x, double y, double radius) {
    int count = 72;
    graphics.setStroke(
        new BasicStroke((float) (unit() * 0.0035), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
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

  private double unit() {
    return Math.sqrt(sheet.width() * (double) sheet.height());
  }
}
