package io.moneyprinter.video.frames;

import java.util.SplittableRandom;

/** Light rings that grow from a point, as on water, and a fainter set that crosses them. */
final class Rings implements Motif {
  /** Steps of distance to a pixel. */
  private static final int FINE = 4;

  private static final double PERIOD = 1.3;

  private final Sheet sheet;
  private final Palette palette;
  private final char[] distance;
  private final char[] otherDistance;
  private final double x;
  private final double y;
  private final double start;

  Rings(Sheet sheet, Palette palette, SplittableRandom random) {
    this.sheet = sheet;
    this.palette = palette;
    this.x = random.nextDouble(0.32, 0.68);
    this.y = random.nextDouble(0.26, 0.42);
    this.start = random.nextDouble(0, 3 * PERIOD);
    this.distance = distances(x, y, random);
    this.otherDistance =
        distances(1 - x + random.nextDouble(-0.1, 0.1), random.nextDouble(0.75, 1.05), random);
  }

  private char[] distances(double centreX, double centreY, SplittableRandom random) {
    double wobble = random.nextDouble(0.012, 0.03);
    double phase = random.nextDouble(2 * Math.PI);
    int petals = 2 + random.nextInt(4);
    char[] distances = new char[sheet.width() * sheet.height()];
    for (int j = 0, i = 0; j < sheet.height(); j++) {
      for (int k = 0; k < sheet.width(); k++, i++) {
        double dx = k - centreX * sheet.width();
        double dy = j - centreY * sheet.height();
        double bent = 1 + wobble * Math.sin(petals * Math.atan2(dy, dx) + phase);
        distances[i] = (char) Math.min(65_000, Math.sqrt(dx * dx + dy * dy) * bent * FINE);
      }
    }
    return distances;
  }

  @Override
  public void draw(double t, int[] pixels) {
    int width = sheet.width();
    int height = sheet.height();
    double beat = (t + start) / PERIOD;
    double pulse = Math.exp(-3 * (beat - Math.floor(beat)));
    double[] light = Palette.mix(palette.at(1), new double[] {255, 255, 255}, 0.3);
    double unit = sheet.unit();
    Lights.glow(pixels, width, height, x * width, y * height, unit * 0.2, palette.at(0.8), 0.5);
    Lights.glow(
        pixels,
        width,
        height,
        x * width,
        y * height,
        unit * (0.06 + 0.02 * pulse),
        light,
        0.55 + 0.2 * pulse);

    int[] near = profile(t + start, 1, unit);
    int[] far = profile(t + 3 * start, 0.3, unit);
    int most = near.length / 3 - 1;
    for (int j = 0, i = 0; j < height; j++) {
      int shade = (int) (256 * Shade.at(j / (double) height));
      for (int k = 0; k < width; k++, i++) {
        int a = 3 * Math.min(most, distance[i]);
        int b = 3 * Math.min(most, otherDistance[i]);
        int red = near[a] + far[b];
        int green = near[a + 1] + far[b + 1];
        int blue = near[a + 2] + far[b + 2];
        if ((red | green | blue) != 0) {
          pixels[i] =
              Lights.plus(
                  pixels[i],
                  red * shade >> 8,
                  green * shade >> 8,
                  blue * shade >> 8,
                  Grain.at(k + 53, j + 29));
        }
      }
    }
  }

  /** The light of all rings by distance, three channels in 256ths of a level. */
  private int[] profile(double t, double strength, double unit) {
    double reach = unit * 1.15;
    int steps = (int) (reach * FINE) + 1;
    double[] light = new double[3 * steps];
    int newest = (int) Math.floor(t / PERIOD);
    for (int ring = newest; ring > newest - 9; ring--) {
      double age = t - ring * PERIOD;
      double radius = unit * 0.115 * Math.pow(age, 1.12);
      double fade = Math.max(0, 1 - radius / reach);
      fade *= fade * Math.min(1, age * 3);
      double[] color = palette.at(ring % 2 == 0 ? 1 : 0.68);
      add(light, radius, unit * (0.006 + 0.004 * age), color, strength * fade);
      // The glow that a ring drags behind it.
      add(light, radius - unit * 0.02, unit * 0.05, color, strength * fade * 0.3);
    }
    int[] fixed = new int[light.length];
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = (int) (Math.min(255, light[i]) * 256);
    }
    return fixed;
  }

  private static void add(
      double[] light, double radius, double half, double[] color, double strength) {
    int from = Math.max(0, (int) ((radius - half) * FINE));
    int to = Math.min(light.length / 3 - 1, (int) ((radius + half) * FINE) + 1);
    for (int i = from; i <= to; i++) {
      double off = (i / (double) FINE - radius) / half;
      double bump = Math.max(0, 1 - off * off);
      bump *= bump * strength;
      for (int c = 0; c < 3; c++) {
        light[3 * i + c] += color[c] * bump;
      }
    }
  }
}
