package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lays shots one after the other. All that is random is drawn from the seed. */
final class ClipTrack {
  /** The first moments of footage are often a shaking hand: where there is enough, they go. */
  private static final double SKIP_SECONDS = 0.5;

  private final Canvas canvas;
  private final long seed;
  private final MediaShelf shelf;
  private final MotionChooser motions;
  private final TransitionChooser transitions;

  ClipTrack(Canvas canvas, long seed, MediaShelf shelf) {
    this.canvas = canvas;
    this.seed = seed;
    this.shelf = shelf;
    this.motions = new MotionChooser(seed);
    this.transitions = new TransitionChooser(seed);
  }

  /** The clips; a blend takes at most half of either of its clips. */
  List<Clip> lay(List<PlannedShot> shots) {
    List<Clip> clips = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < shots.size(); i++) {
      PlannedShot shot = shots.get(i);
      int lead = i == 0 ? 0 : blend(shots.get(i - 1), shot);
      int tail = i == shots.size() - 1 ? 0 : blend(shot, shots.get(i + 1));
      clips.add(clip(shot, start, lead, tail));
      start += shot.frames();
    }
    return clips;
  }

  static int blend(PlannedShot before, PlannedShot after) {
    return Math.min(after.blend(), Math.min(before.frames(), after.frames()) / 2);
  }

  private Clip clip(PlannedShot shot, int start, int lead, int tail) {
    Picture picture = shot.picture();
    boolean footage = picture instanceof Picture.Footage;
    Double speed = footage ? shot.wish().speed() : null;
    double needed = canvas.secondsOf(shot.frames() + tail) * (speed == null ? 1 : speed);
    Fit fit = FitChooser.choose(picture, canvas, shot.wish().fit());
    String pointer = "/scenes/" + shot.scene();
    Grade grade = shelf.grade(pointer + "/grade/lutMedia", shot.wish().grade());
    return new Clip(
        shot.scene(),
        start,
        shot.frames(),
        lead,
        tail,
        picture,
        beginning(shot, needed),
        motion(picture, fit),
        shot.title(),
        lead == 0 ? null : transitions.next(shot.transition()),
        speed,
        fit,
        grade);
  }

  /** A picture that is shown whole stands still. */
  private Motion motion(Picture picture, Fit fit) {
    return picture instanceof Picture.Still still && (fit == null || fit.mode() == Fit.Mode.COVER)
        ? motions.next(still.width(), still.height(), canvas)
        : null;
  }

  /**
   * Where footage begins: where the brief says, else past its first moments when it is long enough,
   * somewhere in its first half of what is to spare. Footage that is too short is played again from
   * its beginning.
   */
  private double beginning(PlannedShot shot, double needed) {
    if (!(shot.picture() instanceof Picture.Footage footage)) {
      return 0;
    }
    Double asked = shot.wish().in();
    if (asked != null) {
      if (asked >= footage.seconds()) {
        throw ServiceFailure.invalid(
            "/scenes/" + shot.scene() + "/in",
            "must be less than %.2f seconds, for the clip is no longer"
                .formatted(footage.seconds()));
      }
      return asked;
    }
    double spare = footage.seconds() - needed;
    if (spare <= SKIP_SECONDS) {
      return 0;
    }
    double chosen =
        SKIP_SECONDS
            + new SplittableRandom(seed + shot.scene()).nextDouble() * (spare - SKIP_SECONDS) / 2;
    return Math.floor(chosen * 1000) / 1000;
  }
}
