package io.moneyprinter.video.frames;

/**
 * A smooth field of colour: computed at the nodes of a coarse net, drawn at every pixel in between
 * with grain. Holds one frame; not shared between threads.
 */
final class ColorField {
  /** Pixels between nodes. */
  static final int CELL = 8;

  private final int width;
  private final int height;
  private final int columns;
  private final int rows;
  private final float[] colors;

  ColorField(int width, int height) {
    this.width = width;
    this.height = height;
    this.columns = (width + CELL - 1) / CELL + 1;
    this.rows = (height + CELL - 1) / CELL + 1;
    this.colors = new float[columns * rows * 3];
  }

  /** Gives the colour at a place; called for each node. */
  interface Paint {
    /**
     * @param x 0 at the left edge, 1 at the right
     * @param y 0 at the top, and at the bottom the height in widths
     * @param color to be set to red, green and blue, 0 to 255
     */
    void at(double x, double y, double[] color);
  }

  ColorField fill(Paint paint) {
    double[] color = new double[3];
    for (int row = 0, i = 0; row < rows; row++) {
      double shade = Shade.at(row * CELL / (double) height);
      for (int column = 0; column < columns; column++) {
        paint.at(column * CELL / (double) width, row * CELL / (double) width, color);
        for (int c = 0; c < 3; c++) {
          // One level is left free at each end for the grain.
          colors[i++] = (float) Math.max(1, Math.min(253.5, color[c] * shade));
        }
      }
    }
    return this;
  }

  void draw(int[] pixels) {
    int[] red = new int[columns];
    int[] green = new int[columns];
    int[] blue = new int[columns];
    for (int y = 0; y < height; y++) {
      int above = y / CELL * columns * 3;
      float part = (y % CELL + 0.5f) / CELL;
      for (int column = 0; column < columns; column++) {
        int a = above + column * 3;
        int b = a + columns * 3;
        red[column] = fixed(colors[a], colors[b], part);
        green[column] = fixed(colors[a + 1], colors[b + 1], part);
        blue[column] = fixed(colors[a + 2], colors[b + 2], part);
      }
      int out = y * width;
      for (int column = 0; column + 1 < columns; column++) {
        int r = red[column];
        int g = green[column];
        int b = blue[column];
        int stepR = (red[column + 1] - r) / CELL;
        int stepG = (green[column + 1] - g) / CELL;
        int stepB = (blue[column + 1] - b) / CELL;
        int x = column * CELL;
        int end = Math.min(width, x + CELL);
        for (; x < end; x++) {
          int grain = Grain.at(x, y);
          pixels[out + x] =
              (r >> 8) + grain >> 8 << 16 | (g >> 8) + grain >> 8 << 8 | (b >> 8) + grain >> 8;
          r += stepR;
          g += stepG;
          b += stepB;
        }
      }
    }
  }

  private static int fixed(float a, float b, float part) {
    return (int) ((a + (b - a) * part) * 65536);
  }
}
