package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.OverlayBrief;
import java.util.ArrayList;
import java.util.List;

/** Brings the overlays of a brief from seconds to frames. */
final class OverlayTrack {
  private final Canvas canvas;
  private final MediaShelf shelf;
  private final int frames;

  /**
   * @param frames length of the video
   */
  OverlayTrack(Canvas canvas, MediaShelf shelf, int frames) {
    this.canvas = canvas;
    this.shelf = shelf;
    this.frames = frames;
  }

  List<Overlay> lay(List<OverlayBrief> briefs) {
    List<Overlay> overlays = new ArrayList<>();
    for (int i = 0; i < briefs.size(); i++) {
      overlays.add(overlay("/overlays/" + i, briefs.get(i)));
    }
    return overlays;
  }

  private Overlay overlay(String pointer, OverlayBrief brief) {
    int start = frame(brief.start());
    if (start >= frames) {
      throw ServiceFailure.invalid(
          pointer + "/start",
          "must be less than %.2f seconds, for the video is no longer"
              .formatted(canvas.secondsOf(frames)));
    }
    int rest = frames - start;
    int shown =
        brief.seconds() == null
            ? rest
            : Math.max(1, Math.min(rest, canvas.framesFor(brief.seconds())));
    return new Overlay(
        start,
        shown,
        shelf.picture(pointer + "/media", brief.media()),
        brief.in(),
        null,
        brief.fit(),
        shelf.grade(pointer + "/grade/lutMedia", brief.grade()),
        brief.width(),
        brief.height(),
        brief.radius(),
        path(brief));
  }

  /** Of two places that fall on one frame the later counts. */
  private List<Keyframe> path(OverlayBrief brief) {
    if (brief.path().isEmpty()) {
      return List.of(new Keyframe(0, brief.x(), brief.y(), null, brief.opacity(), null));
    }
    List<Keyframe> path = new ArrayList<>();
    for (OverlayBrief.Move move : brief.path()) {
      Keyframe place =
          new Keyframe(
              frame(move.at()), move.x(), move.y(), move.scale(), move.opacity(), move.easing());
      if (!path.isEmpty() && path.get(path.size() - 1).frame() == place.frame()) {
        path.remove(path.size() - 1);
      }
      path.add(place);
    }
    return path;
  }

  private int frame(double seconds) {
    return (int) Math.round(seconds * canvas.fps());
  }
}
