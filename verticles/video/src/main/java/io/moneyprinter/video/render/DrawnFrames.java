package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import java.io.IOException;
import java.io.OutputStream;

/** Draws the frames of a clip that is not footage. */
@FunctionalInterface
public interface DrawnFrames {
  /**
   * Writes frames {@code from} up to {@code to} of a clip, packed bgr0, row by row. Blocks. The
   * clip's movement goes on evenly over its frames and its tail.
   */
  void write(Clip clip, Canvas canvas, int from, int to, OutputStream target) throws IOException;
}
