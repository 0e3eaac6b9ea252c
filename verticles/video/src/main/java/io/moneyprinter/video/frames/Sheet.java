package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.video.Canvas;

/**
 * What a backdrop is drawn on.
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param fps frames per second
 */
record Sheet(int width, int height, int fps) {
  /**
   * @param share of the canvas, 0 to 1
   */
  static Sheet of(Canvas canvas, double share) {
    return new Sheet(even(canvas.width() * share), even(canvas.height() * share), canvas.fps());
  }

  double seconds(int frame) {
    return frame / (double) fps;
  }

  /** Height in widths. */
  double aspect() {
    return height / (double) width;
  }

  /** Side of a square as large as the picture, pixels. */
  double unit() {
    return Math.sqrt(width * (double) height);
  }

  private static int even(double pixels) {
    return Math.max(2, (int) Math.round(pixels / 2) * 2);
  }
}
