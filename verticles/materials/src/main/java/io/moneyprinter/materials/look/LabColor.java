package io.moneyprinter.materials.look;

/**
 * A colour as people tell colours apart: CIELAB (CIE 15:2018) of sRGB (IEC 61966-2-1) under D65,
 * where equal distances look about equally far.
 *
 * @param l lightness, 0 to 100
 */
record LabColor(double l, double a, double b) {
  private static final double WHITE_X = 0.95047;
  private static final double WHITE_Z = 1.08883;
  private static final double DELTA = 6.0 / 29;

  /**
   * @param written {@code #rrggbb}
   */
  static LabColor of(String written) {
    int rgb = Integer.parseInt(written.substring(1), 16);
    double red = linear(rgb >> 16 & 255);
    double green = linear(rgb >> 8 & 255);
    double blue = linear(rgb & 255);
    double x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / WHITE_X);
    double y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    double z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / WHITE_Z);
    return new LabColor(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double f(double t) {
    return t > DELTA * DELTA * DELTA ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
  }

  /** The difference of CIE 1976; some 2 is hardly seen, 100 is black and white. */
  double distance(LabColor other) {
    double dl = l - other.l;
    double da = a - other.a;
    double db = b - other.b;
    return Math.sqrt(dl * dl + da * da + db * db);
  }
}
