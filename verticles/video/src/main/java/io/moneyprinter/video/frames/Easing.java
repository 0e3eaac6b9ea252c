package io.moneyprinter.video.frames;

/** How movements begin and end. Pure. */
final class Easing {
  private Easing() {}

  /** Share of the way from {@code start} on, 0 to 1. */
  static double along(double t, double start, double seconds) {
    return Math.max(0, Math.min(1, (t - start) / seconds));
  }

  /** Fast at first, then slower and slower. */
  static double out(double share) {
    return 1 - Math.pow(1 - share, 4);
  }

  /** Slow at both ends. */
  static double inOut(double share) {
    return share * share * share * (share * (6 * share - 15) + 10);
  }

  /** Goes a little too far and comes back. */
  static double over(double share) {
    double rest = share - 1;
    return 1 + 2.4 * rest * rest * rest + 1.4 * rest * rest;
  }
}
