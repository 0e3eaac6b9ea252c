package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Numbers that grow to what they are: a gauge for a percentage, bars for several numbers of one
 * unit, a counter for any other. Above where captions stand.
 */
final class FigureChart {
  /** Where the middle of a gauge or a counter is, share of the height. */
  static final double CENTRE = 0.37;

  /** Seconds until a number is what it is. */
  static final double GROWTH = 1.6;

  private static final int MOST = 4;

  private FigureChart() {}

  /**
   * @param figures at least one; those beyond the fourth are left out
   */
  static Motif of(
      Sheet sheet,
      Palette palette,
      SplittableRandom random,
      Lettering letters,
      List<Figure> figures) {
    double phase = random.nextDouble(2 * Math.PI);
    FigureLettering lettering = new FigureLettering(letters, palette, sheet.unit());
    TickRing ticks = new TickRing(sheet, palette, phase);
    List<Figure> shown = figures.stream().limit(MOST).toList();
    Figure first = shown.get(0);
    boolean alike = shown.stream().allMatch(figure -> figure.unit().equals(first.unit()));
    if (shown.size() > 1 && alike) {
      return new FigureBars(sheet, palette, lettering, shown);
    }
    return first.unit().equals("%") && first.value() <= 100
        ? new FigureGauge(sheet, palette, lettering, ticks, first)
        : new FigureCounter(sheet, palette, lettering, ticks, first, phase);
  }
}
