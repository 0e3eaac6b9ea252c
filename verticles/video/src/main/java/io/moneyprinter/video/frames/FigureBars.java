package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Several numbers of one unit, each as long as it is large. */
final class FigureBars implements Motif {
  private static final double[] WHITE = {255, 255, 255};

  private final Sheet sheet;
  private final Palette palette;
  private final FigureLettering letters;
  private final List<Figure> figures;

  FigureBars(Sheet sheet, Palette palette, FigureLettering letters, List<Figure> figures) {
    this.sheet = sheet;
    this.palette = palette;
    this.letters = letters;
    this.figures = figures;
  }

  @Override
  public void draw(double t, int[] pixels) {
    Brush.draw(sheet, pixels, graphics -> draw(graphics, t));
  }

  private void draw(Graphics2D graphics, double t) {
    double left = sheet.width() * 0.1;
    double wide = sheet.width() * 0.8;
    double top = sheet.height() * 0.15;
    double pitch = sheet.height() * 0.46 / figures.size();
    double most = figures.stream().mapToDouble(Figure::value).max().orElse(1);
    double thick = Math.min(pitch * 0.4, sheet.unit() * 0.075);
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      double grown = Easing.inOut(Easing.along(t, 0.15 + 0.22 * i, FigureChart.GROWTH));
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
}
