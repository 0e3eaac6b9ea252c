package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import io.moneyprinter.video.captions.TitleStrips;
import io.moneyprinter.video.fonts.FontBook;
import java.io.IOException;
import java.nio.file.Files;
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

  /**
   * A strip and when it shows.
   *
   * @param start frame of the segment at which its own frame 0 is; negative when that lies before
   * @param end frame of the segment from which on it is gone
   */
  record Timed(StripTrack track, int start, int end) {}

  /** Draws the strips into a folder. A title waits until the blend is over. Blocks. */
  List<Timed> draw(Segment segment, Path folder) throws IOException {
    List<Timed> strips = new ArrayList<>();
    int start = -segment.from();
    for (Clip clip : segment.clips()) {
      int end = Math.min(segment.frames(), start + clip.frames());
      if (clip.title() != null && end > 0) {
        title(segment, clip, start, end, folder, strips);
      }
      start += clip.frames();
    }
    captions
        .draw(
            segment.canvas(), segment.captionStyle(), segment.captions(), segment.frames(), folder)
        .ifPresent(track -> strips.add(new Timed(track, 0, segment.frames())));
    return strips;
  }

  private void title(
      Segment segment, Clip clip, int start, int end, Path folder, List<Timed> strips)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve("title-from" + start));
    int wait = Math.max(clip.lead(), segment.canvas().fps() / 5);
    titles
        .draw(
            segment.canvas(),
            segment.captionStyle(),
            clip.title(),
            ANY_LANGUAGE,
            wait,
            clip.frames(),
            own)
        .ifPresent(track -> strips.add(new Timed(track, start, end)));
  }
}
