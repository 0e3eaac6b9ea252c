package io.moneyprinter.video.frames;

import java.util.stream.IntStream;

/**
 * Scales a part of a picture with the cubic of Mitchell and Netravali (B = C = 1/3), its support
 * widened when scaling down so that nothing flickers.
 */
final class Resampler {
  private Resampler() {}

  /**
   * @param source 0x00RRGGBB, row by row
   * @param x left edge of the wanted part, source pixels, fractions allowed
   * @param partWidth of the wanted part, source pixels
   */
  static int[] scale(
      int[] source,
      int sourceWidth,
      int sourceHeight,
      double x,
      double y,
      double partWidth,
      double partHeight,
      int width,
      int height) {
    Taps across = new Taps(sourceWidth, x, partWidth, width);
    Taps down = new Taps(sourceHeight, y, partHeight, height);
    // Rows first, and only those that the second step will read.
    int firstRow = down.first[0];
    int rows = down.first[height - 1] + down.count - firstRow;
    float[] narrow = new float[rows * width * 3];
    for (int row = 0; row < rows; row++) {
      int from = Math.min(sourceHeight - 1, firstRow + row) * sourceWidth;
      for (int i = 0; i < width; i++) {
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int tap = 0; tap < across.count; tap++) {
          int rgb = source[from + Math.min(sourceWidth - 1, across.first[i] + tap)];
          float weight = across.weights[i * across.count + tap];
          red += (rgb >> 16 & 0xff) * weight;
          green += (rgb >> 8 & 0xff) * weight;
          blue += (rgb & 0xff) * weight;
        }
        int to = (row * width + i) * 3;
        narrow[to] = red;
        narrow[to + 1] = green;
        narrow[to + 2] = blue;
      }
    }
    int[] scaled = new int[width * height];
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        float red = 0.5f;
        float green = 0.5f;
        float blue = 0.5f;
        for (int tap = 0; tap < down.count; tap++) {
          int from = (Math.min(rows - 1, down.first[j] - firstRow + tap) * width + i) * 3;
          float weight = down.weights[j * down.count + tap];
          red += narrow[from] * weight;
          green += narrow[from + 1] * weight;
          blue += narrow[from + 2] * weight;
        }
        scaled[j * width + i] = clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
      }
    }
    return scaled;
  }

  private static int clamp(float value) {
    return value <= 0 ? 0 : value >= 255 ? 255 : (int) value;
  }

  /** For each pixel of the result which source pixels it is made of. */
  private static final class Taps {
    final int count;
    final int[] first;
    final float[] weights;

    Taps(int sourceSize, double start, double part, int size) {
      double step = part / size;
      double widen = Math.max(1, step);
      count = Math.min(sourceSize, (int) Math.ceil(4 * widen) + 1);
      first = new int[size];
      weights = new float[size * count];
      for (int i = 0; i < size; i++) {
        double centre = start + (i + 0.5) * step - 0.5;
        int from = (int) Math.ceil(centre - 2 * widen);
        first[i] = Math.max(0, Math.min(sourceSize - count, from));
        double[] raw = new double[count];
        for (int tap = 0; tap < (int) Math.ceil(4 * widen) + 1; tap++) {
          // What lies beyond the edge is as the edge is.
          int at = Math.max(0, Math.min(sourceSize - 1, from + tap)) - first[i];
          raw[Math.max(0, Math.min(count - 1, at))] += mitchell((from + tap - centre) / widen);
        }
        double sum = IntStream.range(0, count).mapToDouble(tap -> raw[tap]).sum();
        for (int tap = 0; tap < count; tap++) {
          weights[i * count + tap] = (float) (raw[tap] / sum);
        }
      }
    }

    private static double mitchell(double distance) {
      double d = Math.abs(distance);
      if (d < 1) {
        return (7 * d * d * d - 12 * d * d + 16.0 / 3) / 6;
      }
      return d < 2 ? (-7.0 / 3 * d * d * d + 12 * d * d - 20 * d + 32.0 / 3) / 6 : 0;
    }
  }
}
