package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;

/**
 * The part of a canvas that stays clear of what players draw over a video: on upright video the
 * buttons at the right, the account and description below, the search field above (TikTok, Reels
 * and Shorts taken together); on other shapes the title-safe frame of television.
 *
 * @param left pixels from the left edge of the canvas
 * @param top pixels from its top
 * @param right pixels from its left edge, exclusive
 * @param bottom pixels from its top, exclusive
 */
public record SafeArea(int left, int top, int right, int bottom) {

  public static SafeArea of(Canvas canvas) {
    double aspect = canvas.width() / (double) canvas.height();
    if (aspect < 0.7) {
      return inset(canvas, 0.06, 0.14, 0.12, 0.22);
    }
    return aspect < 1.25
        ? inset(canvas, 0.06, 0.08, 0.08, 0.12)
        : inset(canvas, 0.07, 0.06, 0.07, 0.08);
  }

  private static SafeArea inset(
      Canvas canvas, double left, double top, double right, double bottom) {
    return new SafeArea(
        (int) Math.ceil(canvas.width() * left),
        (int) Math.ceil(canvas.height() * top),
        (int) Math.floor(canvas.width() * (1 - right)),
        (int) Math.floor(canvas.height() * (1 - bottom)));
  }

  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  /** How wide something may be that stands in the middle of the canvas. */
  public int centredWidth(Canvas canvas) {
    return canvas.width() - 2 * Math.max(left, canvas.width() - right);
  }
}
