package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;

/**
 * The frames in which one clip gives way to the next.
 *
 * @param lead how many they are, 1 or more
 * @param canvas what both clips fill
 */
record Overlap(int lead, Canvas canvas) {
  Overlap {
    if (lead < 1) {
      throw new IllegalArgumentException("An overlap of " + lead + " frames");
    }
  }

  /** Sets a stream's clock to whole frames: filters of two pictures pair them by their time. */
  String clock() {
    return "settb=1/" + canvas.fps();
  }

  /**
   * Marks a mask as what it is merged with. Unmarked, its values would be taken for colours of
   * another kind, and converted.
   */
  static String asMask() {
    return "setparams=range=tv:colorspace=bt709";
  }

  /** How far it is at a frame, 0 at the first; one frame after the last it would be 1. */
  String share(String frame) {
    return "(%s/%d)".formatted(frame, lead);
  }

  /** The same, setting out and arriving gently. */
  String eased(String frame) {
    return "(%1$s*%1$s*(3-2*%1$s))".formatted(share(frame));
  }

  /** A still picture, made once by {@code filters}, for as many frames as the overlap has. */
  String still(int width, int height, String filters) {
    return "color=c=black:s=%dx%d:r=%d,%s,loop=loop=%d:size=1,setpts=N,%s"
        .formatted(width, height, canvas.fps(), "trim=end_frame=1," + filters, lead - 1, clock());
  }

  /** Fades the alpha of a stream from {@code from} on for {@code frames} frames, 1 or more. */
  static String vanish(int from, int frames) {
    return "format=yuva420p,fade=t=out:start_frame=%d:nb_frames=%d:alpha=1"
        .formatted(from, Math.max(1, frames));
  }
}
