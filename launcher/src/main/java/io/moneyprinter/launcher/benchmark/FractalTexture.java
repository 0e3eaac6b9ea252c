package io.moneyprinter.launcher.benchmark;

import java.util.SplittableRandom;

/**
 * A texture, in brightness and two colours, of fractal value noise that repeats at its edges:
 * octaves of smoothed random grids, each of twice the frequency and {@code 1/2^roughness} the
 * strength of the one before.
 */
final class FractalTexture {
  private static final int OCTAVES = 9;
  private static final int COARSEST = 4;

  private final int side;
  private final byte[][] channels = new byte[3][];

  FractalTexture(int side, SplittableRandom random, double roughness) {
    this.side = side;
    float[] shared = noise(random.split(), roughness);
    for (int channel = 0; channel < 3; channel++) {
      float[] own = noise(random.split(), roughness + 0.2);
      double base = 90 + 70 * random.nextDouble();
      double contrast = 55 + 35 * random.nextDouble();
      channels[channel] = new byte[side * side];
      for (int i = 0; i < own.length; i++) {
        double value = base + contrast * (0.75 * shared[i] + 0.35 * own[i]);
        channels[channel][i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
      }
    }
  }

  private float[] noise(SplittableRandom random, double roughness) {
    float[] sum = new float[side * side];
    double strength = 1;
    for (int octave = 0; octave < OCTAVES; octave++) {
      int cells = COARSEST << octave;
      if (cells > side) {
        break;
      }
      add(sum, grid(cells, random), cells, (float) strength);
      strength /= Math.pow(2, roughness);
    }
    return sum;
  }

  private static float[] grid(int cells, SplittableRandom random) {
    float[] grid = new float[cells * cells];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (float) (2 * random.nextDouble() - 1);
    }
    return grid;
  }

  private void add(float[] sum, float[] grid, int cells, float strength) {
    float step = cells / (float) side;
    for (int y = 0; y < side; y++) {
      int row = (int) (y * step);
      float v = ease(y * step - row);
      int below = (row + 1) % cells * cells;
      for (int x = 0; x < side; x++) {
        int column = (int) (x * step);
        float u = ease(x * step - column);
        int right = (column + 1) % cells;
        float top = grid[row * cells + column] * (1 - u) + grid[row * cells + right] * u;
        float bottom = grid[below + column] * (1 - u) + grid[below + right] * u;
        sum[y * side + x] += strength * (top * (1 - v) + bottom * v);
      }
    }
  }

  private static float ease(float t) {
    return t * t * (3 - 2 * t);
  }

  /**
   * Brightness of a frame: this texture, and the near one where that is bright. Notes in {@code
   * covered} how much of each second pixel the near one hides, 0 to 64.
   */
  void luma(
      FractalTexture near, double x, double y, Plane plane, byte[] covered, byte[] grain, int at) {
    int noise = at;
    for (int row = 0; row < plane.height(); row++) {
      for (int column = 0; column < plane.width(); column++) {
        int front = sample(near.channels[0], column, row, 2 * x, 2 * y);
        int cover = Math.max(0, Math.min(64, (front - 130) * 4));
        int value = sample(channels[0], column, row, x, y);
        value += (front - value) * cover / 64;
        noise = noise + 1 == grain.length ? 0 : noise + 1;
        value += grain[noise];
        plane.samples()[row * plane.width() + column] =
            (byte) (value < 16 ? 16 : Math.min(value, 235));
        if ((row & column & 1) == 1) {
          covered[(row >> 1) * (plane.width() >> 1) + (column >> 1)] = (byte) cover;
        }
      }
    }
  }

  /** One of the two colour planes, of half the size. */
  void chroma(FractalTexture near, int channel, double x, double y, Plane plane, byte[] covered) {
    for (int row = 0; row < plane.height(); row++) {
      for (int column = 0; column < plane.width(); column++) {
        int at = row * plane.width() + column;
        int value = sample(channels[channel], 2 * column, 2 * row, x, y);
        if (covered[at] > 0) {
          int front = sample(near.channels[channel], 2 * column, 2 * row, 2 * x, 2 * y);
          value += (front - value) * covered[at] / 64;
        }
        plane.samples()[at] = (byte) (128 + (value - 128) / 3);
      }
    }
  }

  /** One plane of a picture. */
  record Plane(int width, int height, byte[] samples) {
    static Plane of(int width, int height) {
      return new Plane(width, height, new byte[width * height]);
    }
  }

  /** Between the pixels, as a moving camera sees it. */
  private int sample(byte[] texture, int column, int row, double x, double y) {
    int fixedX = (int) (x * 16) + (column << 4) + (side << 8);
    int fixedY = (int) (y * 16) + (row << 4) + (side << 8);
    int u = fixedX & 15;
    int v = fixedY & 15;
    int left = (fixedX >> 4) % side;
    int top = (fixedY >> 4) % side;
    int right = left + 1 == side ? 0 : left + 1;
    int bottom = top + 1 == side ? 0 : top + 1;
    int upper =
        (texture[top * side + left] & 255) * (16 - u) + (texture[top * side + right] & 255) * u;
    int lower =
        (texture[bottom * side + left] & 255) * (16 - u)
            + (texture[bottom * side + right] & 255) * u;
    return (upper * (16 - v) + lower * v) >> 8;
  }
}
