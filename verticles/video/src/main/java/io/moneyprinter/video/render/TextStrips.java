package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import io.moneyprinter.video.captions.TitleStrips;
import io.moneyprinter.video.fonts.FontBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything written that lies over a segment's picture, lowest first. */
public final class TextStrips {
  /** The words of a title are told apart by their script, whatever the language. */
  private static final String ANY_LANGUAGE = "und";

  private final TitleStrips titles;
  private final CaptionStrips captions;

  public TextStrips(FontBook fonts) {
    this.titles = new TitleStrips(fonts);
    this.captions = new CaptionStrips(fonts);
  }

  /** Draws the strips into a folder. A title waits until the blend is over. Blocks. */
  List<StripTrack> draw(Segment segment, Path folder) {
    int frames = segment.frames();
    int from = Math.max(segment.first().lead(), segment.canvas().fps() / 5);
    List<StripTrack> strips = new ArrayList<>();
    titles
        .draw(
            segment.canvas(),
            segment.captionStyle(),
            segment.first().title(),
            ANY_LANGUAGE,
            from,
            frames,
            folder)
        .ifPresent(strips::add);
    captions
        .draw(segment.canvas(), segment.captionStyle(), segment.captions(), frames, folder)
        .ifPresent(strips::add);
    return strips;
  }
}
