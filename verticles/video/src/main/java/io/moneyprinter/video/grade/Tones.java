package io.moneyprinter.video.grade;

/** Changes of a colour that are given by one number. */
final class Tones {
  private Tones() {}

  /** Adds to the luma, which is to add to all three. */
  static void brighten(double[] rgb, double by) {
    for (int i = 0; i < 3; i++) {
      rgb[i] += by;
    }
  }

  static void contrast(double[] rgb, double factor) {
    for (int i = 0; i < 3; i++) {
      rgb[i] = (rgb[i] - 0.5) * factor + 0.5;
    }
  }

  static void saturate(double[] rgb, double factor) {
    double luma = ColorMap.luma(rgb);
    for (int i = 0; i < 3; i++) {
      rgb[i] = luma + (rgb[i] - luma) * factor;
    }
  }

  /**
   * More red and less blue, or the other way round; the luma stays.
   *
   * @param warmth -1 to 1
   */
  static void warm(double[] rgb, double warmth) {
    double before = ColorMap.luma(rgb);
    rgb[0] *= 1 + 0.24 * warmth;
    rgb[1] *= 1 + 0.03 * warmth;
    rgb[2] *= 1 - 0.34 * warmth;
    double after = ColorMap.luma(rgb);
    double same = after > 1e-6 ? before / after : 1;
    for (int i = 0; i < 3; i++) {
      rgb[i] *= same;
    }
  }

  /**
   * Darker darks and lighter lights along a cubic; black and white stay.
   *
   * @param share 0 for nothing, 1 for the whole cubic
   */
  static void deepen(double[] rgb, double share) {
    for (int i = 0; i < 3; i++) {
      double c = Math.max(0, Math.min(1, rgb[i]));
      rgb[i] = c + (c * c * (3 - 2 * c) - c) * share;
    }
  }
}
