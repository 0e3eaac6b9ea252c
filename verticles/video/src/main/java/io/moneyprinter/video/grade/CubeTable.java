package io.moneyprinter.video.grade;

/**
 * A colour look-up table: of all three channels together, or one for each.
 *
 * @param size entries along an axis
 * @param cube whether the channels are looked up together: red counts fastest in {@code values}
 * @param low colour that the first entry stands for
 * @param high colour that the last stands for
 * @param values red, green, blue of each entry
 */
record CubeTable(int size, boolean cube, double[] low, double[] high, float[] values)
    implements ColorMap {

  @Override
  public void apply(double[] rgb) {
    int[] at = new int[3];
    double[] part = new double[3];
    for (int i = 0; i < 3; i++) {
      double place = (rgb[i] - low[i]) / (high[i] - low[i]) * (size - 1);
      double inside = Math.max(0, Math.min(size - 1, place));
      at[i] = Math.min(size - 2, (int) inside);
      part[i] = inside - at[i];
    }
    if (cube) {
      together(at, part, rgb);
      return;
    }
    for (int i = 0; i < 3; i++) {
      double from = values[at[i] * 3 + i];
      rgb[i] = from + (values[(at[i] + 1) * 3 + i] - from) * part[i];
    }
  }

  /** Between the eight entries around. */
  private void together(int[] at, double[] part, double[] rgb) {
    double[] sum = new double[3];
    for (int corner = 0; corner < 8; corner++) {
      int r = corner & 1;
      int g = corner >> 1 & 1;
      int b = corner >> 2;
      double weight =
          (r == 0 ? 1 - part[0] : part[0])
              * (g == 0 ? 1 - part[1] : part[1])
              * (b == 0 ? 1 - part[2] : part[2]);
      int entry = 3 * (at[0] + r + size * (at[1] + g + size * (at[2] + b)));
      for (int i = 0; i < 3; i++) {
        sum[i] += weight * values[entry + i];
      }
    }
    System.arraycopy(sum, 0, rgb, 0, 3);
  }
}
