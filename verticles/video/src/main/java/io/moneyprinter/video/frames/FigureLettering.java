package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import java.awt.Graphics2D;
import java.util.Locale;

/** Writes the numbers of a chart and what they count. */
final class FigureLettering {
  private static final double[] WHITE = {255, 255, 255};

  private final Lettering letters;
  private final Palette palette;
  private final double unit;

  /**
   * @param unit side of a square as large as the picture, pixels
   */
  FigureLettering(Lettering letters, Palette palette, double unit) {
    this.letters = letters;
    this.palette = palette;
    this.unit = unit;
  }

  Lettering.Word word(String text) {
    return letters.word(text);
  }

  /** A number as the figure's is written. */
  Lettering.Word value(double value, Figure figure) {
    return letters.word(written(value, figure));
  }

  /** The number of a figure about a point, while it grows. */
  void number(
      Graphics2D graphics,
      double value,
      Figure figure,
      double x,
      double y,
      double wide,
      double high) {
    // The size is that of the number at its end, so that it does not jump while it counts.
    Lettering.Word end = value(figure.value(), figure);
    double em = Math.min(high, wide / end.width());
    Lettering.Word word = value(value, figure);
    graphics.setColor(Brush.paint(Palette.mix(palette.at(1), WHITE, 0.6), 1));
    graphics.fill(word.at(x - word.width() * em / 2, y + em * 0.36, em));
  }

  /** A line of text about a point, which rises into its place. */
  void label(Graphics2D graphics, double t, String text, double x, double y, double wide) {
    if (text.isBlank()) {
      return;
    }
    Lettering.Word word = letters.word(text);
    double em = Math.min(unit * 0.056, wide / word.width());
    double in = Easing.out(Easing.along(t, 0.6, 0.8));
    graphics.setColor(Brush.paint(Palette.mix(palette.at(1), WHITE, 0.3), 0.95 * in));
    graphics.fill(word.at(x - word.width() * em / 2, y + (1 - in) * em, em));
  }

  /** With as many decimals as the number itself has; a year without a comma. */
  private static String written(double value, Figure figure) {
    int decimals = 0;
    double whole = figure.value();
    while (decimals < 2 && Math.abs(whole - Math.rint(whole)) > 1e-6) {
      whole *= 10;
      decimals++;
    }
    boolean year =
        figure.unit().isEmpty()
            && figure.label().isEmpty()
            && figure.value() > 1000
            && figure.value() < 2100;
    String number =
        String.format(Locale.ROOT, year ? "%." + decimals + "f" : "%,." + decimals + "f", value);
    String unit = figure.unit();
    return unit.isEmpty() ? number : number + (unit.length() == 1 ? "" : " ") + unit;
  }
}
