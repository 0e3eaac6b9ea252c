package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.TransitionStyle;

/**
 * A clip of the base track before it has its place.
 *
 * @param scene index of its scene, {@link #NO_SCENE} for none
 * @param frames until the next one starts
 * @param blend frames in which it blends in, if there is anything before it
 * @param transition how
 * @param wish what the brief asks of the picture
 * @param title words shown large; may be {@code null}
 * @param continues whether its scene began with the shot before it
 */
record PlannedShot(
    int scene,
    Picture picture,
    int frames,
    int blend,
    TransitionStyle transition,
    SceneBrief wish,
    String title,
    boolean continues) {
  static final int NO_SCENE = -1;
  static final SceneBrief NO_WISH = new SceneBrief(null, null, null);

  /** A shot that a scene begins with. */
  PlannedShot(
      int scene,
      Picture picture,
      int frames,
      int blend,
      TransitionStyle transition,
      SceneBrief wish,
      String title) {
    this(scene, picture, frames, blend, transition, wish, title, false);
  }
}
