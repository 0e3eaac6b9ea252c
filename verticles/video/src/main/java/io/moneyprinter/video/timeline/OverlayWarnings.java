package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.video.captions.SafeArea;
import java.util.ArrayList;
import java.util.List;

/** What is doubtful about overlays. Places are taken at the keyframes, as shares of the canvas. */
final class OverlayWarnings {
  /** Two lines, in sizes of the letters. */
  private static final double CAPTION_LINES = 2.4;

  /** An overlay this faint, or this large, is a veil over the picture and may be anywhere. */
  private static final double FAINT = 0.3;

  private static final double VEIL = 0.9;

  private OverlayWarnings() {}

  static List<Violation> of(VideoBrief brief, Timeline timeline) {
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < timeline.overlays().size(); i++) {
      check(pointer(brief, i), timeline, timeline.overlays().get(i), found);
    }
    return found;
  }

  private static void check(
      String pointer, Timeline timeline, Overlay overlay, List<Violation> found) {
    Canvas canvas = timeline.canvas();
    List<Box> places =
        overlay.path().stream().map(place -> Box.of(overlay, place, canvas)).toList();
    boolean veil =
        overlay.path().stream().allMatch(place -> place.opacity() <= FAINT)
            || places.stream().allMatch(place -> place.right() - place.left() >= VEIL);
    if (places.stream().noneMatch(Box::seen)) {
      found.add(new Violation(pointer, "is never seen: all its places are off the canvas"));
    } else if (!veil) {
      SafeArea safe = SafeArea.of(canvas);
      if (places.stream().noneMatch(place -> place.within(safe, canvas))) {
        found.add(
            new Violation(
                pointer, "leaves the safe area: buttons of the platforms may lie over it"));
      }
      if (timeline.captionStyle().enabled()
          && !timeline.captions().isEmpty()
          && places.stream().anyMatch(place -> place.meets(captions(timeline)))) {
        found.add(new Violation(pointer, "covers the place of the captions at times"));
      }
    }
    if (overlay.picture() instanceof Picture.Footage footage) {
      double shown =
          canvas.secondsOf(overlay.frames()) * (overlay.speed() == null ? 1 : overlay.speed());
      if (footage.seconds() - overlay.in() + canvas.secondsOf(1) < shown) {
        found.add(
            new Violation(
                pointer,
                "has %.1f seconds of footage for %.1f seconds: it is played again"
                    .formatted(footage.seconds() - overlay.in(), shown)));
      }
    }
  }

  /** Where two lines of captions stand. */
  private static Box captions(Timeline timeline) {
    Canvas canvas = timeline.canvas();
    CaptionStyle style = timeline.captionStyle();
    SafeArea safe = SafeArea.of(canvas);
    double letters = style.size() / 100 * Math.min(canvas.width(), 0.9 * canvas.height());
    double height = CAPTION_LINES * letters / canvas.height();
    double top = safe.top() / (double) canvas.height();
    double bottom = safe.bottom() / (double) canvas.height();
    double middle =
        style.offset() != null
            ? style.offset() / 100
            : switch (style.position()) {
              case TOP -> top + height / 2;
              case CENTER -> 0.5;
              case BOTTOM -> bottom - height / 2;
            };
    return new Box(
        safe.left() / (double) canvas.width(),
        middle - height / 2,
        safe.right() / (double) canvas.width(),
        middle + height / 2);
  }

  private static String pointer(VideoBrief brief, int index) {
    if (brief.timeline() != null) {
      return "/timeline/overlays/" + index;
    }
    if (index < brief.overlays().size()) {
      return "/overlays/" + index;
    }
    boolean watermark = brief.brand().watermark() != null && index == brief.overlays().size();
    return watermark ? "/brand/watermark" : "/brand/logo";
  }

  /** A rectangle in shares of the canvas. */
  private record Box(double left, double top, double right, double bottom) {
    private static final double SLACK = 1e-3;

    static Box of(Overlay overlay, Keyframe place, Canvas canvas) {
      double width = overlay.width() * place.scale();
      double height =
          overlay.height() == null
              ? width * canvas.width() * Shapes.ratio(overlay.picture()) / canvas.height()
              : overlay.height() * place.scale();
      return new Box(
          place.x() - width / 2,
          place.y() - height / 2,
          place.x() + width / 2,
          place.y() + height / 2);
    }

    boolean seen() {
      return right > 0 && left < 1 && bottom > 0 && top < 1;
    }

    boolean within(SafeArea safe, Canvas canvas) {
      return left * canvas.width() >= safe.left() - SLACK * canvas.width()
          && right * canvas.width() <= safe.right() + SLACK * canvas.width()
          && top * canvas.height() >= safe.top() - SLACK * canvas.height()
          && bottom * canvas.height() <= safe.bottom() + SLACK * canvas.height();
    }

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }
}
