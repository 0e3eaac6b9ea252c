package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.captions.StripTrack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is drawn for a segment, ready for its graph.
 *
 * @param clip the clip's frames, to be fed; {@code null} when it is footage
 * @param before the last frames of the clip before; {@code null} when that is footage or missing
 * @param beforeFile where those lie, drawn
 * @param strips texts to lay over, lowest first
 */
record SegmentParts(RawFrames clip, RawFrames before, Path beforeFile, List<StripTrack> strips) {

  /** Draws everything but the clip itself into a folder. Blocks. */
  static SegmentParts draw(Segment segment, ClipSources sources, TextStrips texts, Path folder)
      throws IOException {
    Canvas canvas = segment.canvas();
    Clip clip = segment.first();
    Clip previous = segment.previous();
    RawFrames own =
        drawn(clip) ? new RawFrames(sources.open(clip, canvas), 0, clip.frames()) : null;
    RawFrames before = null;
    Path file = null;
    if (drawn(previous)) {
      int from = previous.frames();
      before = new RawFrames(sources.open(previous, canvas), from, from + clip.lead());
      file = before.writeTo(folder.resolve("before.raw"));
    }
    return new SegmentParts(own, before, file, texts.draw(segment, folder));
  }

  private static boolean drawn(Clip clip) {
    return clip != null && !(clip.picture() instanceof Picture.Footage);
  }
}
