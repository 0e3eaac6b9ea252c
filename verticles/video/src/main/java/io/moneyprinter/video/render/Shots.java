package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * What a segment takes of its clips.
 *
 * @param before of the clip that blends out at the beginning; {@code null} without such a blend
 * @param shown one after the other
 * @param surplus frames made before the segment's first, because a blend is made as a whole
 */
record Shots(Shot before, List<Shot> shown, int surplus) {

  static Shots of(Segment segment) {
    Clip first = segment.first();
    boolean blends = segment.previous() != null && segment.from() < first.lead();
    int from = blends ? 0 : segment.from();
    int left = segment.from() - from + segment.frames();
    List<Shot> shown = new ArrayList<>();
    for (Clip clip : segment.clips()) {
      if (left <= 0) {
        break;
      }
      boolean blending = shown.isEmpty() ? blends : clip.lead() > 0;
      int own = Math.min(clip.frames() - from, left);
      if (blending && !shown.isEmpty()) {
        Shot last = shown.remove(shown.size() - 1);
        shown.add(new Shot(last.clip(), last.from(), last.frames(), clip.lead()));
      }
      // What is cut in the middle of a blend is made to its end: the output stops in time.
      shown.add(new Shot(clip, from, blending ? Math.max(own, clip.lead()) : own, 0));
      left -= own;
      from = 0;
    }
    Clip previous = segment.previous();
    Shot before = blends ? new Shot(previous, previous.frames(), first.lead(), 0) : null;
    int surplus = blends ? segment.from() : 0;
    return new Shots(before, List.copyOf(shown), surplus);
  }

  /** Every one of them, the one before first. */
  List<Shot> all() {
    List<Shot> all = new ArrayList<>(shown);
    if (before != null) {
      all.add(0, before);
    }
    return all;
  }
}
