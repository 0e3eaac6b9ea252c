package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Kind;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.Canvas;
import java.util.ArrayList;
import java.util.List;

/**
 * Says how well a picture suits the canvas and the sentence's length, whatever it shows. Where a
 * source does not say what it would have to, nothing is held against the picture. Pure.
 */
final class PictureFit {
  private static final double SHAPE = 0.35;
  private static final double RESOLUTION = 0.25;
  private static final double DURATION = 0.25;
  private static final double MOTION = 0.15;

  /** What a picture still has that moves only by pans and zooms. */
  private static final double STILL = 0.6;

  /** Motion below which a clip is hardly more than a still, by {@link Appearance#motion}. */
  private static final double CALM = 0.006;

  /** Motion beyond which nobody can look at it for long. */
  private static final double RESTLESS = 0.15;

  private static final double HECTIC = 0.7;

  /** Below this a value is worth a reason. */
  private static final double GOOD = 0.95;

  private PictureFit() {}

  /**
   * @param value 0 to 1
   * @param reasons for people
   */
  record Fit(double value, List<String> reasons) {}

  /**
   * @param seconds that the sentence takes to be spoken
   */
  static Fit of(Candidate candidate, Canvas canvas, double seconds) {
    Rendition file = largest(candidate);
    List<String> reasons = new ArrayList<>();
    double shape = 1;
    double resolution = 1;
    if (file != null) {
      shape = kept(file, canvas);
      reasons.add(
          shape > GOOD
              ? "stands the way the canvas does"
              : "%.0f %% of it is seen, the rest is cropped".formatted(shape * 100));
      resolution = resolution(file, canvas);
      if (resolution < GOOD) {
        reasons.add(
            "is enlarged: it has but %d x %d pixels".formatted(file.width(), file.height()));
      }
    }
    double duration = 1;
    if (candidate.kind() == Kind.VIDEO && candidate.seconds() != null) {
      duration = Math.min(1, candidate.seconds() / seconds);
      reasons.add(
          duration < GOOD
              ? "lasts %.1f of %.1f s, so it is played again"
                  .formatted(candidate.seconds(), seconds)
              : "lasts long enough");
    }
    double motion =
        candidate.kind() == Kind.VIDEO ? motion(candidate.appearance(), reasons) : STILL;
    if (candidate.kind() == Kind.STILL) {
      reasons.add("a still, which is panned over");
    }
    double value = SHAPE * shape + RESOLUTION * resolution + DURATION * duration + MOTION * motion;
    return new Fit(value, List.copyOf(reasons));
  }

  /** How much moves, by the frames; nothing is held against a clip that nobody has looked at. */
  private static double motion(Appearance looks, List<String> reasons) {
    if (looks == null || looks.motion() == null) {
      return 1;
    }
    double percent = looks.motion() * 100;
    if (looks.motion() < CALM) {
      reasons.add("hardly moves (%.1f %% of its brightness changes)".formatted(percent));
      return STILL + (1 - STILL) * looks.motion() / CALM;
    }
    if (looks.motion() > RESTLESS) {
      reasons.add("is restless (%.0f %% of its brightness changes)".formatted(percent));
      return HECTIC;
    }
    reasons.add("moves (%.1f %% of its brightness changes)".formatted(percent));
    return 1;
  }

  private static Rendition largest(Candidate candidate) {
    Rendition largest = null;
    for (Rendition file : candidate.renditions()) {
      boolean said = file.width() != null && file.height() != null;
      if (said && (largest == null || pixels(file) > pixels(largest))) {
        largest = file;
      }
    }
    return largest;
  }

  private static long pixels(Rendition file) {
    return (long) file.width() * file.height();
  }

  /** Share of a picture that is left when it fills the canvas. */
  private static double kept(Rendition file, Canvas canvas) {
    double given = file.width() / (double) file.height();
    double wanted = canvas.width() / (double) canvas.height();
    return Math.min(wanted / given, given / wanted);
  }

  /** 1 when no pixel has to be made up; the factor of enlargement, turned over, otherwise. */
  private static double resolution(Rendition file, Canvas canvas) {
    double enlarged =
        Math.max(canvas.width() / (double) file.width(), canvas.height() / (double) file.height());
    return Math.min(1, 1 / enlarged);
  }
}
