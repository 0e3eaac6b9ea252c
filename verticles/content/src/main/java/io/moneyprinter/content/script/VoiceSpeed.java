package io.moneyprinter.content.script;

/** The speed of the voice that brings a text to a wanted length. Pure. */
final class VoiceSpeed {
  /** A voice may be this much slower or faster before it is noticed. */
  static final double SLOWEST = 0.9;

  static final double FASTEST = 1.12;

  private static final double LEAST = 0.5;
  private static final double MOST = 2;

  private VoiceSpeed() {}

  /**
   * The nearest speed that is not noticed, to three places.
   *
   * @param speech seconds that the text takes at the speed {@code now}
   * @param wanted seconds that it should take
   */
  static double of(double now, double speech, double wanted) {
    double factor = wanted <= 0 ? FASTEST : speech / wanted;
    double within = Math.max(SLOWEST, Math.min(FASTEST, factor));
    return Math.round(Math.max(LEAST, Math.min(MOST, now * within)) * 1000) / 1000.0;
  }
}
