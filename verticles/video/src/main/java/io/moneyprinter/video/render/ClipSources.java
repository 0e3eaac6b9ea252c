package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.video.frames.FrameSource;

/** Opens the clips that are drawn, not decoded. */
@FunctionalInterface
public interface ClipSources {
  /**
   * Frame 0 of the source is the clip's first; its tail follows its last. Blocks.
   *
   * @param clip a still or a generated picture
   */
  FrameSource open(Clip clip, Canvas canvas);
}
