package io.moneyprinter.video.frames;

import java.util.SplittableRandom;

/** Soft colour fields that flow into one another, with folds of light running through them. */
final class Aurora implements FrameSource {
  private final Sheet sheet;
  private final Palette palette;
  private final Drift drift;
  private final double[] phase;
  private final double lean;

  Aurora(Sheet sheet, Palette palette, SplittableRandom random) {
    this.sheet = sheet;
    this.palette = palette;
    this.drift = new Drift(palette, random, sheet.aspect(), 6, 1.0, 1.0);
    this.phase = random.doubles(4, 0, 2 * Math.PI).toArray();
    this.lean = random.nextDouble(-0.9, 0.9);
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
    ColorField.Paint ground = drift.at(t);
    double[] light = palette.at(1);
    new ColorField(sheet.width(), sheet.height())
        .fill(
            (u, v, color) -> {
              ground.at(u, v, color);
              double across = u + lean * v * 0.5;
              double fold =
                  Math.sin(
                      5.2 * across
                          + 1.5 * Math.sin(2.1 * v + 0.5 * t + phase[0])
                          + 0.6 * t
                          + phase[1]);
              double veil = 0.5 + 0.5 * Math.sin(1.6 * v - 0.35 * t + phase[2]);
              double glow = Math.max(0, fold) * Math.max(0, fold) * Math.max(0, fold);
              double lit = 0.34 * glow * veil;
              for (int c = 0; c < 3; c++) {
                color[c] += (light[c] - color[c]) * lit;
              }
            })
        .draw(pixels);
  }
}
