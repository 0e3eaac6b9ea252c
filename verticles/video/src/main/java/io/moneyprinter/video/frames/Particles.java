package io.moneyprinter.video.frames;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Drifting specks of light, the near ones large and out of focus. */
final class Particles implements Motif {
  private final Sheet sheet;
  private final List<Speck> specks = new ArrayList<>();

  /**
   * @param x home, share of the width
   * @param y home, share of the height
   * @param near 0 far to 1 near
   */
  private record Speck(
      double x,
      double y,
      double near,
      double radius,
      double rise,
      double sway,
      double phase,
      double strength,
      double[] color) {}

  Particles(Sheet sheet, Palette palette, SplittableRandom random) {
    this.sheet = sheet;
    for (int i = 0; i < 150; i++) {
      double near =
          i < 100
              ? random.nextDouble(0, 0.25)
              : i < 132 ? random.nextDouble(0.3, 0.55) : random.nextDouble(0.75, 1);
      double[] tint = palette.at(random.nextDouble(0.5, 1));
      double[] color = Palette.mix(tint, new double[] {255, 255, 255}, 0.55 - 0.45 * near);
      specks.add(
          new Speck(
              random.nextDouble(),
              random.nextDouble(),
              near,
              near < 0.3
                  ? random.nextDouble(1.6, 3.4)
                  : near < 0.7 ? random.nextDouble(4, 9) : random.nextDouble(20, 54),
              0.012 + 0.05 * near * random.nextDouble(0.7, 1.3),
              random.nextDouble(0.01, 0.035),
              random.nextDouble(2 * Math.PI),
              near < 0.3
                  ? random.nextDouble(0.5, 1)
                  : near < 0.7 ? random.nextDouble(0.45, 0.8) : random.nextDouble(0.1, 0.26),
              color));
    }
    specks.sort(Comparator.comparingDouble(speck -> -speck.near()));
  }

  @Override
  public void draw(double t, int[] pixels) {
    int width = sheet.width();
    int height = sheet.height();
    double unit = sheet.unit() / 720;
    for (Speck speck : specks) {
      double margin = speck.radius() * unit / height + 0.01;
      double turn = speck.y() - speck.rise() * t;
      double y = (turn - Math.floor(turn)) * (1 + 2 * margin) - margin;
      double x =
          speck.x()
              + speck.sway() * Math.sin(0.5 * t + speck.phase())
              + 0.02 * Math.sin(0.17 * t + 2 * speck.phase());
      double twinkle = 0.72 + 0.28 * Math.sin((2.2 - 1.6 * speck.near()) * t + 3 * speck.phase());
      double strength = speck.strength() * twinkle * (0.35 + 0.65 * Shade.at(y));
      double radius = speck.radius() * unit;
      if (speck.near() > 0.7) {
        Lights.disc(
            pixels,
            width,
            height,
            x * width,
            y * height,
            radius,
            radius * 0.22,
            speck.color(),
            strength);
      } else {
        Lights.glow(pixels, width, height, x * width, y * height, radius, speck.color(), strength);
        if (speck.near() > 0.3) {
          Lights.glow(
              pixels,
              width,
              height,
              x * width,
              y * height,
              radius * 4,
              speck.color(),
              strength * 0.16);
        }
      }
    }
  }
}
