package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything written that lies over a segment's picture, lowest first. */
public final class TextStrips {
  private final CaptionStrips captions;

  public TextStrips(CaptionStrips captions) {
    this.captions = captions;
  }

  /** Draws the strips into a folder. Blocks. */
  List<StripTrack> draw(Segment segment, Path folder) {
    List<StripTrack> strips = new ArrayList<>();
    captions
        .draw(
            segment.canvas(),
            segment.captionStyle(),
            segment.captions(),
            segment.clip().frames(),
            folder)
        .ifPresent(strips::add);
    return strips;
  }
}
