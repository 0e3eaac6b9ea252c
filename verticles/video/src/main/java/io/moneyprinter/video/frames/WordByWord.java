package io.moneyprinter.video.frames;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** One word after the other; its letters come one by one and stay a while. */
final class WordByWord implements Motif {
  private static final double[] WHITE = {255, 255, 255};

  private final Sheet sheet;
  private final Palette palette;
  private final List<Lettering.Word> shapes;
  private final List<List<Lettering.Word>> signs;
  private final double lean;

  WordByWord(
      Sheet sheet,
      Palette palette,
      List<Lettering.Word> shapes,
      List<List<Lettering.Word>> signs,
      double lean) {
    this.sheet = sheet;
    this.palette = palette;
    this.shapes = shapes;
    this.signs = signs;
    this.lean = lean;
  }

  @Override
  public void draw(double t, int[] pixels) {
    Brush.draw(sheet, pixels, graphics -> draw(graphics, t));
  }

  private void draw(Graphics2D graphics, double t) {
    double each = 1.9;
    int turn = (int) (t / each);
    int index = turn % shapes.size();
    double local = t - turn * each;
    double centre = sheet.height() * 0.37;
    ghost(graphics, index, t, centre);
    List<Lettering.Word> own = signs.get(index);
    double width = own.stream().mapToDouble(Lettering.Word::width).sum();
    double em = Math.min(sheet.height() * 0.2, sheet.width() * 0.84 / width);
    boolean only = shapes.size() == 1 && turn > 0;
    double out = only ? 0 : Easing.along(local, each - 0.3, 0.3);
    double x = (sheet.width() - width * em) / 2;
    for (int i = 0; i < own.size(); i++) {
      double in = only ? 1 : Easing.along(local, 0.045 * i, 0.5);
      double rise = (1 - Easing.over(in)) * em * 0.9 - out * out * em * 0.7;
      double opacity = Math.min(1, in * 2.5) * (1 - out);
      double sway = sheet.unit() * 0.006 * Math.sin(1.8 * t + 0.7 * i);
      double[] color =
          Palette.mix(
              palette.at(0.75 + 0.25 * Math.sin(0.9 * t + 0.5 * i) * 0.5 + 0.125), WHITE, 0.45);
      graphics.setColor(Brush.paint(color, opacity));
      graphics.fill(own.get(i).at(x, centre + em * 0.36 + rise + sway, em));
      x += own.get(i).width() * em;
    }
    double bar = Easing.inOut(Easing.along(local, 0.2, 0.8)) * (1 - out);
    graphics.setColor(Brush.paint(palette.at(0.66), 0.9 * bar));
    double line = sheet.width() * 0.22 * bar;
    graphics.fill(
        new Rectangle2D.Double(
            (sheet.width() - line) / 2,
            centre + em * 0.36 + sheet.unit() * 0.09,
            line,
            sheet.unit() * 0.008));
  }

  /** The same word behind it, huge and hardly seen. */
  private void ghost(Graphics2D graphics, int index, double t, double centre) {
    Lettering.Word word = shapes.get(index);
    double em = sheet.height() * 0.46;
    double x = sheet.width() * 0.1 - (t % (1.9 * shapes.size())) * sheet.unit() * 0.05;
    AffineTransform before = graphics.getTransform();
    graphics.rotate(lean, sheet.width() / 2.0, centre);
    graphics.setStroke(new BasicStroke((float) (sheet.unit() * 0.003)));
    graphics.setColor(Brush.paint(palette.at(0.6), 0.22));
    graphics.draw(word.at(x, centre + em * 0.36, em));
    graphics.setTransform(before);
  }
}
