package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;

/**
 * The part of a canvas that stays clear of what players draw over a video: on upright video the
 * buttons at the right, the account and description below, the search field above; on other shapes
 * the title-safe frame of television.
 *
 * @param left pixels from the left edge of the canvas
 * @param top pixels from its top
 * @param right pixels from its left edge, exclusive
 * @param bottom pixels from its top, exclusive
 */
public record SafeArea(int left, int top, int right, int bottom) {

  /** What is safe on TikTok, Reels and Shorts alike. */
  public static SafeArea of(Canvas canvas) {
    return of(canvas, CaptionStyle.Platform.ALL);
  }

  public static SafeArea of(Canvas canvas, CaptionStyle.Platform platform) {
    if (platform == CaptionStyle.Platform.NONE) {
      return inset(canvas, 0.025, 0.025, 0.025, 0.025);
    }
    double aspect = canvas.width() / (double) canvas.height();
    if (aspect >= 1.25) {
      return inset(canvas, 0.07, 0.06, 0.07, 0.08);
    }
    if (aspect >= 0.7) {
      return inset(canvas, 0.06, 0.08, 0.08, 0.12);
    }
    return switch (platform) {
      case TIKTOK -> inset(canvas, 0.06, 0.07, 0.12, 0.20);
      case REELS -> inset(canvas, 0.06, 0.14, 0.10, 0.20);
      case SHORTS -> inset(canvas, 0.05, 0.10, 0.12, 0.22);
      // The largest of each edge.
      case ALL, NONE -> inset(canvas, 0.06, 0.14, 0.12, 0.22);
    };
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
