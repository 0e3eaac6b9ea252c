package io.moneyprinter.video.captions;

/** How a word springs up when it is spoken, and comes to rest: a damped oscillation. */
final class Spring {
  /** What it is larger by in its first frame. */
  static final double HEIGHT = 0.15;

  private static final double SECONDS = 0.16;
  private static final double DAMPING = 3;

  /** Swings below its own size once, then rests. */
  private static final double ANGLE = 1.5 * Math.PI;

  private final int steps;

  Spring(int fps) {
    this.steps = (int) Math.max(4, Math.min(6, Math.round(SECONDS * fps)));
  }

  /** How many frames it moves, 4 to 6. */
  int steps() {
    return steps;
  }

  /** How much larger a word is than at rest in a step, as a share of its size. */
  double growth(int step) {
    double way = step / (double) steps;
    return step < 0 || step >= steps
        ? 0
        : HEIGHT * Math.exp(-DAMPING * way) * Math.cos(ANGLE * way);
  }
}
