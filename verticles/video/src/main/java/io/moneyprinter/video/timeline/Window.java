package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Overlay;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames of a timeline that become a segment, and what shows in them, counted from the first.
 *
 * @param end exclusive
 */
record Window(int start, int end) {
  List<Caption> captions(List<Caption> captions) {
    List<Caption> own = new ArrayList<>();
    for (Caption caption : captions) {
      int from = Math.max(0, caption.start() - start);
      int to = Math.min(end, caption.end()) - start;
      if (to > from) {
        List<Caption.Word> words =
            caption.words().stream()
                .map(
                    word -> new Caption.Word(word.text(), word.start() - start, word.end() - start))
                .toList();
        own.add(new Caption(from, to, words));
      }
    }
    return own;
  }

  List<Overlay> overlays(List<Overlay> overlays) {
    List<Overlay> own = new ArrayList<>();
    for (Overlay overlay : overlays) {
      if (overlay.start() < end && overlay.start() + overlay.frames() > start) {
        own.add(unmoved(overlay) ? cut(overlay) : overlay.startingAt(overlay.start() - start));
      }
    }
    return own;
  }

  /**
   * Whether every frame of it is the same. Such a one is cut to the segment, so that a logo does
   * not tell a segment where it stands in the video and how long that is.
   */
  private static boolean unmoved(Overlay overlay) {
    return overlay.path().size() == 1 && overlay.picture() instanceof Picture.Still;
  }

  private Overlay cut(Overlay overlay) {
    int from = Math.max(start, overlay.start());
    int to = Math.min(end, overlay.start() + overlay.frames());
    return new Overlay(
        from - start,
        to - from,
        overlay.picture(),
        overlay.in(),
        overlay.speed(),
        overlay.fit(),
        overlay.grade(),
        overlay.width(),
        overlay.height(),
        overlay.radius(),
        List.of(overlay.path().get(0)));
  }
}
