package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Keyframe;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The course of an overlay as expressions of FFmpeg.
 *
 * @param keyframes at least one, frames ascending
 */
record OverlayPath(List<Keyframe> keyframes) {
  private static final List<Keyframe> CENTRE = List.of(new Keyframe(0, 0.5, 0.5, null, null, null));

  OverlayPath {
    keyframes = keyframes.isEmpty() ? CENTRE : keyframes;
  }

  Keyframe first() {
    return keyframes.get(0);
  }

  /** Whether its place or size changes. */
  boolean moves() {
    return changes(Keyframe::x) || changes(Keyframe::y) || changes(Keyframe::scale);
  }

  boolean fades() {
    return changes(Keyframe::opacity);
  }

  private boolean changes(ToDoubleFunction<Keyframe> what) {
    double start = what.applyAsDouble(first());
    return keyframes.stream().anyMatch(keyframe -> what.applyAsDouble(keyframe) != start);
  }

  double largestScale() {
    return keyframes.stream().mapToDouble(Keyframe::scale).max().orElse(1);
  }

  /**
   * A value in the course of time: the first one, and for each move what it adds. Without nesting,
   * so that there may be any number of moves.
   *
   * @param frame expression for the overlay's own frame
   */
  String expression(ToDoubleFunction<Keyframe> what, String frame) {
    StringBuilder sum = new StringBuilder(number(what.applyAsDouble(first())));
    for (int i = 1; i < keyframes.size(); i++) {
      Keyframe from = keyframes.get(i - 1);
      Keyframe to = keyframes.get(i);
      double way = what.applyAsDouble(to) - what.applyAsDouble(from);
      if (way != 0) {
        sum.append("+(").append(number(way)).append(")*").append(share(from, to, frame));
      }
    }
    return sum.toString();
  }

  private static String share(Keyframe from, Keyframe to, String frame) {
    int length = to.frame() - from.frame();
    // A little before the frame: seconds times frames a second need not be whole.
    String there = "gte(%s,%d-0.01)".formatted(frame, to.frame());
    if (length <= 0 || from.easing() == Keyframe.Easing.HOLD) {
      return there;
    }
    String way = "clip(((%s)-%d)/%d,0,1)".formatted(frame, from.frame(), length);
    return switch (from.easing()) {
      case LINEAR -> way;
      case SMOOTH -> "pow(%1$s,2)*(3-2*%1$s)".formatted(way);
      case OUT -> "(1-pow(1-%s,3))".formatted(way);
      case HOLD -> there;
    };
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
