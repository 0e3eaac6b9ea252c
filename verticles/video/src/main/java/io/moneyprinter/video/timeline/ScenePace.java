package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.TransitionStyle;

/**
 * How speech lies in its scene, all in whole frames.
 *
 * @param blend frames in which two scenes overlap, 0 for cuts
 * @param opening frames before the first word of all
 * @param entry frames from a later scene's start to its speech: the blend is under way by then
 * @param breath frames of rest after speech
 * @param closing frames of rest after the last word of all
 * @param least frames that any scene has
 */
record ScenePace(int blend, int opening, int entry, int breath, int closing, int least) {
  static ScenePace of(Canvas canvas, TransitionStyle style) {
    boolean blends = style != TransitionStyle.CUT;
    int blend = blends ? canvas.fps() / 2 : 0;
    return new ScenePace(
        blend,
        canvas.framesFor(0.25),
        blends ? blend / 2 : canvas.framesFor(0.1),
        canvas.framesFor(0.35),
        canvas.framesFor(0.8),
        canvas.framesFor(1.5));
  }

  /** Frames from a scene's start to its speech. */
  int speechAt(int scene) {
    return scene == 0 ? opening : entry;
  }

  /** Frames of a scene whose speech lasts {@code speech} frames. */
  int frames(int scene, int scenes, int speech) {
    return Math.max(least, speechAt(scene) + speech + (scene == scenes - 1 ? closing : breath));
  }
}
