package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Says which videos come out of a brief: its canvas, further formats, burned languages. */
final class Renditions {
  private static final int LEAST_SIDE = 128;

  private Renditions() {}

  /**
   * A video to be.
   *
   * @param name distinguishes its files; empty for the first
   * @param language of its captions; {@code null} for that of the script
   */
  record Wanted(String name, Timeline timeline, String language) {}

  /**
   * @param first canvas of the first, before it is made smaller for a draft
   * @param lay lays the video out on a canvas
   */
  static List<Wanted> of(VideoBrief brief, Canvas first, Function<Canvas, Timeline> lay) {
    OutputBrief.Quality quality = brief.output().quality();
    Timeline main = lay.apply(made(first, quality));
    List<Wanted> wanted = new ArrayList<>(List.of(new Wanted("", main, null)));
    Set<String> shapes = new HashSet<>(Set.of(first.shape()));
    for (Canvas format : brief.formats()) {
      String name = shapes.add(format.shape()) ? format.shape() : format.size();
      wanted.add(new Wanted(name, lay.apply(made(format, quality)), null));
    }
    for (int i = 0; i < brief.subtitles().size(); i++) {
      SubtitleTrack track = brief.subtitles().get(i);
      if (track.burned()) {
        List<Caption> captions =
            SubtitleReader.read(
                track.text(), "/subtitles/" + i + "/text", main.canvas().fps(), main.frames());
        wanted.add(
            new Wanted(
                "captions-" + track.language(), captioned(main, captions), track.language()));
      }
    }
    return wanted;
  }

  /** A draft has half the size. */
  private static Canvas made(Canvas canvas, OutputBrief.Quality quality) {
    return quality == OutputBrief.Quality.DRAFT
        ? new Canvas(half(canvas.width()), half(canvas.height()), canvas.fps())
        : canvas;
  }

  private static int half(int side) {
    return Math.max(LEAST_SIDE, side / 4 * 2);
  }

  /** The same on another canvas of the same frame rate: all sizes in it are shares. */
  static Timeline on(Canvas canvas, Timeline timeline) {
    return new Timeline(
        timeline.version(),
        canvas,
        timeline.frames(),
        timeline.clips(),
        timeline.overlays(),
        timeline.captionStyle(),
        timeline.captions(),
        timeline.audio(),
        timeline.seed());
  }

  private static Timeline captioned(Timeline timeline, List<Caption> captions) {
    CaptionStyle shown = timeline.captionStyle().shown();
    return new Timeline(
        timeline.version(),
        timeline.canvas(),
        timeline.frames(),
        timeline.clips(),
        timeline.overlays(),
        shown,
        captions,
        timeline.audio(),
        timeline.seed());
  }
}
