package io.moneyprinter.video.frames;

import java.util.SplittableRandom;

/** Soft spots of colour that wander and melt into one another: the ground of every backdrop. */
final class Drift {
  private final Palette palette;
  private final int spots;
  private final double aspect;
  private final double pace;
  private final double light;
  private final double[] phase;
  private final double[] speed;
  private final double[] home;
  private final double[] size;
  private final double[] tone;

  /**
   * @param aspect height in widths
   * @param pace 1 for lively, less for calm
   * @param light 1 for the palette's full light, less for a ground that others stand on
   */
  Drift(
      Palette palette,
      SplittableRandom random,
      double aspect,
      int spots,
      double pace,
      double light) {
    this.palette = palette;
    this.spots = spots;
    this.aspect = aspect;
    this.pace = pace;
    this.light = light;
    phase = random.doubles(4L * spots + 8, 0, 2 * Math.PI).toArray();
    speed = random.doubles(2L * spots, 0.35, 0.8).toArray();
    home = new double[2 * spots];
    size = random.doubles(spots, 0.36, 0.72).toArray();
    tone = new double[spots];
    int turn = random.nextInt(spots);
    for (int i = 0; i < spots; i++) {
      home[2 * i] = 0.1 + 0.8 * random.nextDouble();
      home[2 * i + 1] = aspect * (i + 0.3 + 0.4 * random.nextDouble()) / spots;
      // Every colour but the darkest, in an order of its own.
      tone[i] = (1 + (i + turn) % spots % (palette.size() - 1)) / (double) (palette.size() - 1);
    }
  }

  /** The colours at a time. */
  ColorField.Paint at(double seconds) {
    double t = seconds * pace;
    double[] x = new double[spots];
    double[] y = new double[spots];
    double[] narrow = new double[spots];
    double[][] colors = new double[spots][];
    for (int i = 0; i < spots; i++) {
      x[i] = home[2 * i] + 0.34 * Math.sin(speed[2 * i] * t + phase[4 * i]);
      y[i] =
          home[2 * i + 1] + 0.3 * aspect * Math.sin(speed[2 * i + 1] * t + phase[4 * i + 1]) * 0.7;
      double r = size[i] * (1 + 0.18 * Math.sin(0.7 * t + phase[4 * i + 2]));
      narrow[i] = 1 / (r * r);
      colors[i] = Palette.scaled(palette.at(tone[i]), light);
    }
    double[] ground = palette.color(0);
    int last = phase.length - 8;
    return (u, v, color) -> {
      double wu =
          u
              + 0.13 * Math.sin(2.3 * v + 0.5 * t + phase[last])
              + 0.05 * Math.sin(5.1 * v - 0.4 * t + phase[last + 1]);
      double wv = v + 0.13 * Math.sin(2.9 * u - 0.45 * t + phase[last + 2]);
      double sum = 0.2;
      double r = ground[0] * sum;
      double g = ground[1] * sum;
      double b = ground[2] * sum;
      for (int i = 0; i < spots; i++) {
        double dx = wu - x[i];
        double dy = wv - y[i];
        double weight = 1 / (1 + (dx * dx + dy * dy) * narrow[i] * 3);
        weight *= weight;
        sum += weight;
        r += weight * colors[i][0];
        g += weight * colors[i][1];
        b += weight * colors[i][2];
      }
      color[0] = r / sum;
      color[1] = g / sum;
      color[2] = b / sum;
    };
  }
}
