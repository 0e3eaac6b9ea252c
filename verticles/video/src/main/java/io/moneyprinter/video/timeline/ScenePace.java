package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.Canvas;

/**
 * How speech lies in its scene, all in whole frames.
 *
 * @param opening frames before the first word of all
 * @param entry frames from a later scene's start to its speech, where nothing blends
 * @param breath frames of rest after speech
 * @param closing frames of rest after the last word of all
 * @param least frames that any scene has
 */
record ScenePace(int opening, int entry, int breath, int closing, int least) {
  static ScenePace of(Canvas canvas) {
    return new ScenePace(
        canvas.framesFor(0.25),
        canvas.framesFor(0.1),
        canvas.framesFor(0.35),
        canvas.framesFor(0.8),
        canvas.framesFor(1.5));
  }

  /**
   * Frames from a scene's start to its speech: a blend is half over by then.
   *
   * @param opens whether the video begins with the scene
   */
  int speechAt(boolean opens, int blend) {
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
  int frames(boolean opens, boolean closes, int blend, int speech) {
    return Math.max(least, speechAt(opens, blend) + speech + (closes ? closing : breath));
  }
}
