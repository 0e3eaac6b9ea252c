package io.moneyprinter.video.frames;

/**
 * How light a backdrop may be at each height: its lower third is dark, for captions to stand on.
 */
final class Shade {
  private static final double DARKEST = 0.46;

  private Shade() {}

  /**
   * @param y 0 at the top, 1 at the bottom
   */
  static double at(double y) {
    double way = Math.max(0, Math.min(1, (y - 0.42) / 0.3));
    double top = Math.max(0, Math.min(1, 0.12 - y) / 0.12);
    return (1 - (1 - DARKEST) * way * way * (3 - 2 * way)) * (1 - 0.18 * top);
  }
}
