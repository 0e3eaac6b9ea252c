package io.moneyprinter.video.render;

/** Pixels across and down. */
record Size(int width, int height) {
  /** The largest of this shape that fits into a frame, even. */
  Size within(Size frame) {
    double scale = Math.min(frame.width / (double) width, frame.height / (double) height);
    return new Size(
        Math.min(frame.width, even(width * scale)), Math.min(frame.height, even(height * scale)));
  }

  /** The nearest even number, at least 2. */
  static int even(double pixels) {
    return Math.max(2, (int) Math.round(pixels / 2) * 2);
  }
}
