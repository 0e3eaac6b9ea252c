package io.moneyprinter.video.quality;

/**
 * Tells pictures that people take for the same: 64 bits, each saying whether one of 8 × 8 fields is
 * brighter than its right neighbour. Two frames of one scene differ in few of them. (The difference
 * hash of N. Krawetz, "Kind of Like That", 2013.)
 *
 * @param bits the hash
 */
record Likeness(long bits) {
  private static final int COLUMNS = 9;
  private static final int ROWS = 8;

  static Likeness of(KeyFrameScan.KeyFrame frame) {
    double[][] fields = new double[ROWS][COLUMNS];
    int side = KeyFrameScan.SIDE;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        fields[row][column] =
            mean(
                frame.luma(),
                row * side / ROWS,
                (row + 1) * side / ROWS,
                column * side / COLUMNS,
                (column + 1) * side / COLUMNS);
      }
    }
    long bits = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column + 1 < COLUMNS; column++) {
        bits = bits << 1 | (fields[row][column] > fields[row][column + 1] ? 1 : 0);
      }
    }
    return new Likeness(bits);
  }

  private static double mean(byte[] luma, int top, int bottom, int left, int right) {
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += luma[y * KeyFrameScan.SIDE + x] & 255;
      }
    }
    return sum / (double) ((bottom - top) * (right - left));
  }

  /** In how many of the 64 bits they differ. */
  int distance(Likeness other) {
    return Long.bitCount(bits ^ other.bits);
  }
}
