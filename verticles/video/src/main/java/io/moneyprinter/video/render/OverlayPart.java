package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.video.grade.GradeChain;
import java.nio.file.Path;

/**
 * An overlay of a segment, ready for its graph.
 *
 * @param first frame of the segment at which it shows
 * @param count of its frames that show
 * @param frames its picture as we drew it, one frame of a still; {@code null} when FFmpeg decodes
 *     it
 * @param drawnFile where those frames are; {@code null} when FFmpeg decodes it
 * @param mask what is seen of its box, a byte a pixel; {@code null} for all of it
 * @param fading commands that change its opacity; {@code null} when it stays
 */
record OverlayPart(
    Overlay overlay,
    OverlayBox box,
    int first,
    int count,
    GradeChain grade,
    RawFrames frames,
    Path drawnFile,
    Path mask,
    Path fading) {
  /** Its own frame that shows first. */
  int from() {
    return first - overlay.start();
  }

  /** Whether its picture is one frame. */
  boolean still() {
    return overlay.picture() instanceof Picture.Still;
  }

  /** Whether one frame is enough for the whole time. */
  boolean constant() {
    return still() && !box.moving() && fading == null;
  }

  /** Whether parts of the picture itself may be transparent. */
  boolean alpha() {
    return overlay.picture() instanceof Picture.Footage footage
        ? Boolean.TRUE.equals(footage.alpha())
        : frames == null;
  }
}
