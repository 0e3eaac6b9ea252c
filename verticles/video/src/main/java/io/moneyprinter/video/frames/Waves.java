package io.moneyprinter.video.frames;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Ranges of waves before a low sun, the nearest darkest. */
final class Waves implements FrameSource {
  private static final int LAYERS = 6;

  /** Steps below a crest in which its light fades. */
  private static final int DEPTH = 256;

  private final Sheet sheet;
  private final Palette palette;
  private final double[] phase;
  private final double[] length;
  private final double[] level;
  private final double[] swell;
  private final double sunX;
  private final double sunY;
  private final int[][] shades = new int[LAYERS][3 * DEPTH];

  Waves(Sheet sheet, Palette palette, SplittableRandom random) {
    this.sheet = sheet;
    this.palette = palette;
    this.phase = random.doubles(3L * LAYERS, 0, 2 * Math.PI).toArray();
    this.length = random.doubles(2L * LAYERS, 0.55, 1.25).toArray();
    this.level = new double[LAYERS];
    this.swell = new double[LAYERS];
    this.sunX = random.nextDouble(0.22, 0.78);
    this.sunY = random.nextDouble(0.2, 0.32);
    for (int k = 0; k < LAYERS; k++) {
      double near = k / (LAYERS - 1.0);
      level[k] = 0.4 + 0.5 * near + random.nextDouble(-0.02, 0.02);
      swell[k] = (0.018 + 0.03 * near) * random.nextDouble(0.8, 1.25);
      double[] crest = Palette.scaled(palette.at(0.95 - 0.72 * near), 0.95 - 0.35 * near);
      double[] trough = Palette.scaled(palette.at(0.62 - 0.6 * near), 0.8 - 0.3 * near);
      for (int d = 0; d < DEPTH; d++) {
        double[] color = Palette.mix(trough, crest, Math.exp(-d / 62.0));
        for (int c = 0; c < 3; c++) {
          shades[k][3 * d + c] = (int) (Math.max(1, Math.min(253, color[c])) * 256);
        }
      }
    }
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
    sky(t, pixels);
    int width = sheet.width();
    int height = sheet.height();
    float[][] crests = crests(t);
    int[] layer = new int[width];
    int[] next = new int[width];
    Arrays.fill(layer, -1);
    for (int x = 0; x < width; x++) {
      next[x] = nextLayer(crests, x, -1);
    }
    float scale = 960f / height;
    int top = (int) (height * 0.3);
    for (int y = top; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        int at = layer[x];
        int pixel = at < 0 ? pixels[row + x] : shade(at, (y - crests[at][x]) * scale, x, y);
        int coming = next[x];
        if (coming < LAYERS && crests[coming][x] < y + 1) {
          float edge = crests[coming][x];
          int share = (int) (Math.min(1, y + 1 - edge) * 256);
          pixel = Lights.mix(pixel, shade(coming, 0, x, y), share);
          layer[x] = coming;
          next[x] = nextLayer(crests, x, coming);
        }
        pixels[row + x] = pixel;
      }
    }
  }

  private int shade(int k, float depth, int x, int y) {
    int d = 3 * Math.max(0, Math.min(DEPTH - 1, (int) depth));
    int grain = Grain.at(x, y);
    int[] of = shades[k];
    return of[d] + grain >> 8 << 16 | of[d + 1] + grain >> 8 << 8 | of[d + 2] + grain >> 8;
  }

  /** Of the layers before one the highest at this column. */
  private static int nextLayer(float[][] crests, int x, int layer) {
    int next = LAYERS;
    for (int k = layer + 1; k < LAYERS; k++) {
      if (next == LAYERS || crests[k][x] < crests[next][x]) {
        next = k;
      }
    }
    return next;
  }

  private float[][] crests(double t) {
    float[][] crests = new float[LAYERS][sheet.width()];
    for (int k = 0; k < LAYERS; k++) {
      double near = 1 + k / (LAYERS - 1.0);
      double breath = 0.012 * Math.sin(0.6 * t + phase[3 * k + 2]);
      for (int x = 0; x < sheet.width(); x++) {
        double u = 2 * Math.PI * x / sheet.width();
        double height =
            Math.sin(u / length[2 * k] + 0.75 * near * t + phase[3 * k])
                + 0.55 * Math.sin(1.9 * u / length[2 * k + 1] - 0.5 * near * t + phase[3 * k + 1]);
        crests[k][x] = (float) (sheet.height() * (level[k] + breath + swell[k] * height));
      }
    }
    return crests;
  }

  private void sky(double t, int[] pixels) {
    double[] high = Palette.scaled(palette.at(0.12), 0.9);
    double[] low = palette.at(0.78);
    double[] sun = palette.at(1);
    double aspect = sheet.aspect();
    double pulse = 1 + 0.05 * Math.sin(0.8 * t);
    double y = (sunY + 0.012 * Math.sin(0.4 * t)) * aspect;
    new ColorField(sheet.width(), sheet.height())
        .fill(
            (u, v, color) -> {
              double down = Math.min(1, v / (0.5 * aspect));
              double dx = u - sunX;
              double dy = v - y;
              double halo = 1 / (1 + (dx * dx + dy * dy) * 11 / pulse);
              halo *= halo;
              for (int c = 0; c < 3; c++) {
                double base = high[c] + (low[c] - high[c]) * down * down * 0.85;
                color[c] = base + (sun[c] - base) * halo * 0.75;
              }
            })
        .draw(pixels);
    double radius = sheet.width() * 0.115;
    double[] core = Palette.mix(sun, new double[] {255, 255, 255}, 0.45);
    Lights.disc(
        pixels,
        sheet.width(),
        sheet.height(),
        sunX * sheet.width(),
        y * sheet.width(),
        radius,
        radius * 0.12,
        core,
        0.9);
  }
}
