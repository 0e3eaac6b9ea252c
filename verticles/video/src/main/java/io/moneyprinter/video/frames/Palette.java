package io.moneyprinter.video.frames;

import java.util.List;

/** Three to five colours, darkest first, and all that lie between them. */
final class Palette {
  private final double[][] colors;

  Palette(List<String> hex) {
    colors = new double[hex.size()][];
    for (int i = 0; i < colors.length; i++) {
      int rgb = Integer.parseInt(hex.get(i).substring(1), 16);
      colors[i] = new double[] {rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff};
    }
  }

  int size() {
    return colors.length;
  }

  /** Red, green and blue, 0 to 255. */
  double[] color(int index) {
    return colors[Math.floorMod(index, colors.length)].clone();
  }

  /**
   * @param place 0 for the darkest, 1 for the last
   */
  double[] at(double place) {
    double along = Math.max(0, Math.min(1, place)) * (colors.length - 1);
    int low = Math.min(colors.length - 2, (int) along);
    return mix(colors[low], colors[low + 1], along - low);
  }

  static double[] mix(double[] a, double[] b, double share) {
    return new double[] {
      a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share
    };
  }

  static double[] scaled(double[] color, double factor) {
    return new double[] {color[0] * factor, color[1] * factor, color[2] * factor};
  }

  static int packed(double[] color) {
    return channel(color[0]) << 16 | channel(color[1]) << 8 | channel(color[2]);
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
