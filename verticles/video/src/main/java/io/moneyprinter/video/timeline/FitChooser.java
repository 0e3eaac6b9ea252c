package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Fit;

/**
 * How a picture fills the canvas where the brief does not say: it covers it, unless footage would
 * lose most of itself; then it is shown whole over a blurred copy. A still covers in any case, as
 * it is moved and so shows more than what fits at a time.
 */
final class FitChooser {
  /** Wide 16:9 on an upright 9:16 loses 68 %, 4:3 loses 58 %. */
  private static final double MOST_LOST = 0.65;

  private FitChooser() {}

  /**
   * @param asked may be {@code null}
   * @return {@code null} for the plain cover
   */
  static Fit choose(Picture picture, Canvas canvas, Fit asked) {
    if (asked == null
        && picture instanceof Picture.Footage footage
        && lost(footage.width(), footage.height(), canvas) > MOST_LOST) {
      return new Fit(Fit.Mode.BLUR, null, null, null);
    }
    return asked;
  }

  /** The share of a picture that is cut off when it covers the canvas. */
  static double lost(int width, int height, Canvas canvas) {
    double picture = width / (double) height;
    double wanted = canvas.width() / (double) canvas.height();
    return 1 - Math.min(picture, wanted) / Math.max(picture, wanted);
  }
}
