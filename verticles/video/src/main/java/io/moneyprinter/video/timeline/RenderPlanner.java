package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.PlannedRendition;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts timelines into segments, each with the blend at its beginning. A segment knows nothing of
 * where it stands in the video, so one that an edit merely moves keeps its key; one that several
 * renditions share is rendered once.
 */
public final class RenderPlanner {
  /** A longer video is never made in one piece: after an edit all of it would be made anew. */
  private static final double MOST_WHOLE_SECONDS = 10;

  private final SegmentKeys keys;
  private final RenderCost cost;
  private final boolean grouping;

  /**
   * @param grouping whether segments may hold several clips, or a part of one; else each clip is a
   *     segment
   */
  public RenderPlanner(SegmentKeys keys, RenderCost cost, boolean grouping) {
    this.keys = keys;
    this.cost = cost;
    this.grouping = grouping;
  }

  /** Each clip a segment. */
  public RenderPlanner(SegmentKeys keys) {
    this(keys, new RenderCost(1), false);
  }

  /** Cuts one timeline. Reads fonts, so it may block. */
  public RenderPlan plan(Timeline timeline) {
    return plan(List.of(new Renditions.Wanted("", timeline, null)), Encoding.DEFAULT, List.of());
  }

  /** Cuts the timelines, the first one's first. Reads fonts, so it may block. */
  RenderPlan plan(List<Renditions.Wanted> wanted, Encoding encoding, List<Violation> warnings) {
    Map<String, Segment> segments = new LinkedHashMap<>();
    List<PlannedRendition> renditions = new ArrayList<>();
    for (Renditions.Wanted rendition : wanted) {
      List<String> names = new ArrayList<>();
      for (SegmentCuts.Piece piece : pieces(rendition.timeline())) {
        Segment unnamed = segment(rendition.timeline(), piece, encoding);
        String key = keys.of(unnamed);
        segments.computeIfAbsent(key, name -> unnamed.named(name, segments.size()));
        names.add(key);
      }
      renditions.add(
          new PlannedRendition(
              rendition.name(), rendition.timeline(), names, rendition.language()));
    }
    return new RenderPlan(
        wanted.get(0).timeline(),
        List.copyOf(segments.values()),
        keys.encoder(encoding),
        renditions,
        warnings);
  }

  private List<SegmentCuts.Piece> pieces(Timeline timeline) {
    if (!grouping) {
      return SegmentCuts.byClip(timeline);
    }
    List<SegmentCuts.Piece> even = SegmentCuts.even(timeline);
    List<SegmentCuts.Piece> whole = SegmentCuts.whole(timeline);
    boolean shortOne = timeline.canvas().secondsOf(timeline.frames()) <= MOST_WHOLE_SECONDS;
    return shortOne && cost.wall(timeline.canvas(), whole) <= cost.wall(timeline.canvas(), even)
        ? whole
        : even;
  }

  private static Segment segment(Timeline timeline, SegmentCuts.Piece piece, Encoding encoding) {
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < piece.clips(); i++) {
      Clip clip = timeline.clips().get(piece.first() + i);
      clips.add(unplaced(clip, clip.lead(), clip.title(), clip.transition()));
    }
    Clip first = timeline.clips().get(piece.first());
    boolean blends = piece.from() == 0 && first.lead() > 0 && piece.first() > 0;
    Clip previous = blends ? timeline.clips().get(piece.first() - 1) : null;
    int start = first.start() + piece.from();
    Window window = new Window(start, start + piece.frames());
    return new Segment(
        "",
        0,
        timeline.canvas(),
        clips,
        // Of the clip before, only the picture goes on.
        previous == null ? null : unplaced(previous, 0, null, null),
        window.overlays(timeline.overlays()),
        timeline.captionStyle(),
        timeline.captionStyle().enabled() ? window.captions(timeline.captions()) : List.of(),
        piece.from(),
        piece.frames(),
        encoding);
  }

  private static Clip unplaced(Clip clip, int lead, String title, TransitionStyle transition) {
    return new Clip(
        0,
        0,
        clip.frames(),
        lead,
        clip.tail(),
        clip.picture(),
        clip.in(),
        clip.motion(),
        title,
        transition,
        clip.speed(),
        clip.fit(),
        clip.grade());
  }
}
