package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a timeline into segments, one a clip, each with the blend at its beginning. A segment knows
 * nothing of where it stands in the video, so one that an edit merely moves keeps its key.
 */
public final class RenderPlanner {
  private final SegmentKeys keys;

  public RenderPlanner(SegmentKeys keys) {
    this.keys = keys;
  }

  /** Cuts the timeline. Reads fonts, so it may block. */
  public RenderPlan plan(Timeline timeline) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      Clip clip = timeline.clips().get(i);
      Clip previous = clip.lead() > 0 && i > 0 ? timeline.clips().get(i - 1) : null;
      Segment unnamed =
          Segment.of(
              timeline.canvas(),
              unplaced(clip, clip.lead(), clip.title(), clip.transition()),
              // Of the clip before, only the picture goes on.
              previous == null ? null : unplaced(previous, 0, null, null),
              timeline.captionStyle(),
              timeline.captionStyle().enabled() ? within(timeline.captions(), clip) : List.of());
      segments.add(unnamed.named(keys.of(unnamed), i));
    }
    return new RenderPlan(timeline, segments, keys.encoder());
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

  private static List<Caption> within(List<Caption> captions, Clip clip) {
    List<Caption> own = new ArrayList<>();
    for (Caption caption : captions) {
      int start = Math.max(0, caption.start() - clip.start());
      int end = Math.min(clip.frames(), caption.end() - clip.start());
      if (end > start) {
        List<Caption.Word> words =
            caption.words().stream()
                .map(
                    word ->
                        new Caption.Word(
                            word.text(), word.start() - clip.start(), word.end() - clip.start()))
                .toList();
        own.add(new Caption(start, end, words));
      }
    }
    return own;
  }
}
