package io.moneyprinter.codecs.video;

/**
 * How speech lies in its scene, all in whole frames.
 *
 * @param opening frames before the first word of all
 * @param entry frames from a later scene's start to its speech, where nothing blends
 * @param breath frames of rest after speech
 * @param closing frames of rest after the last word of all
 * @param least frames that any scene has
 */
public record ScenePace(int opening, int entry, int breath, int closing, int least) {
  private static final double OPENING = 0.25;
  private static final double ENTRY = 0.1;
  private static final double BREATH = 0.35;
  private static final double CLOSING = 0.8;
  private static final double LEAST = 1.5;

  /** The same rests at any frame rate, each rounded up to whole frames. */
  public static ScenePace of(Canvas canvas) {
    return new ScenePace(
        canvas.framesFor(OPENING),
        canvas.framesFor(ENTRY),
        canvas.framesFor(BREATH),
        canvas.framesFor(CLOSING),
        canvas.framesFor(LEAST));
  }

  /**
   * Seconds that a video lasts beside its speech, without intro and outro, where no scene is so
   * short that it is drawn out.
   */
  public static double rests(VideoBrief brief, int scenes) {
    boolean blends = brief.transition() != TransitionStyle.CUT && brief.transitionSeconds() > 0;
    double entry = blends ? brief.transitionSeconds() / 2 : ENTRY;
    return OPENING + CLOSING + (scenes - 1) * (BREATH + entry);
  }

  /**
   * Frames from a scene's start to its speech: a blend is half over by then.
   *
   * @param opens whether the video begins with the scene
   */
  public int speechAt(boolean opens, int blend) {
    if (opens) {
      return opening;
    }
    return blend > 0 ? blend / 2 : entry;
  }

  /**
   * Frames of a scene.
   *
   * @param closes whether the video ends with the scene
   * @param speech frames that its speech lasts
   */
  public int frames(boolean opens, boolean closes, int blend, int speech) {
    return Math.max(least, speechAt(opens, blend) + speech + (closes ? closing : breath));
  }
}
