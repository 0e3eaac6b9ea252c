package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Motion;
import java.util.SplittableRandom;

/** Decides how a still moves, so that neighbours move differently and little of it is cut away. */
final class MotionChooser {
  private static final double NEAR = 1.16;
  private static final double DRIFT = 1.08;

  private final SplittableRandom random;
  private Kind last;

  private enum Kind {
    IN,
    OUT,
    ALONG,
    BACK
  }

  MotionChooser(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A slow move for a picture of this size. */
  Motion next(int width, int height, Canvas canvas) {
    Kind kind;
    do {
      kind = Kind.values()[random.nextInt(Kind.values().length)];
    } while (kind == last);
    last = kind;
    double focusX = 0.35 + 0.3 * random.nextDouble();
    double focusY = 0.3 + 0.3 * random.nextDouble();
    double depth = NEAR + 0.06 * random.nextDouble();
    return switch (kind) {
      case IN -> new Motion(1, 0.5, 0.5, depth, focusX, focusY);
      case OUT -> new Motion(depth, focusX, focusY, 1, 0.5, 0.5);
      case ALONG -> pan(width, height, canvas, 0.2, 0.8);
      case BACK -> pan(width, height, canvas, 0.8, 0.2);
    };
  }

  /** Travels along the side of the picture that the canvas cuts off. */
  private static Motion pan(int width, int height, Canvas canvas, double from, double to) {
    boolean across = (long) width * canvas.height() >= (long) height * canvas.width();
    return across
        ? new Motion(DRIFT, from, 0.5, DRIFT, to, 0.5)
        : new Motion(DRIFT, 0.5, from, DRIFT, 0.5, to);
  }
}
