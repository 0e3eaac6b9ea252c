package io.moneyprinter.video.quality;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.QualityReport.Check;
import io.moneyprinter.codecs.video.QualityReport.Verdict;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.quality.KeyFrameScan.KeyFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Black, frozen and repeated pictures, told by the key frames. Pure. */
final class PictureChecks {
  /** Mean brightness below which nothing is to be seen; titles and captions lift it above. */
  private static final double BLACK = 3;

  /** Mean difference up to which two key frames are the same picture. */
  private static final double SAME = 0.15;

  /** Longest stretch that is let pass, seconds. */
  private static final double STRETCH = 2.5;

  /** Bits of 64 in which two pictures may differ and be taken for the same. */
  private static final int ALIKE = 3;

  private final Timeline timeline;

  PictureChecks(Timeline timeline) {
    this.timeline = timeline;
  }

  List<Check> of(List<KeyFrame> frames) {
    return List.of(
        stretch("black", frames, this::black),
        stretch("frozen", frames, this::frozen),
        repeated(frames));
  }

  private interface Pair {
    boolean bad(KeyFrame one, KeyFrame next);
  }

  private boolean black(KeyFrame one, KeyFrame next) {
    return one.mean() < BLACK && next.mean() < BLACK;
  }

  /** A card that is drawn without a move may stand still; it does not when words run over it. */
  private boolean frozen(KeyFrame one, KeyFrame next) {
    return one.distance(next) <= SAME && clipAt(one.seconds()) == clipAt(next.seconds());
  }

  private Check stretch(String name, List<KeyFrame> frames, Pair pair) {
    double worst = 0;
    double worstFrom = 0;
    double from = 0;
    for (int i = 0; i + 1 < frames.size(); i++) {
      if (!pair.bad(frames.get(i), frames.get(i + 1))) {
        from = frames.get(i + 1).seconds();
      } else if (frames.get(i + 1).seconds() - from > worst) {
        worst = frames.get(i + 1).seconds() - from;
        worstFrom = from;
      }
    }
    boolean good = worst <= STRETCH;
    String measured =
        good ? "none" : String.format(Locale.ROOT, "%.1f s from %.1f s", worst, worstFrom);
    return new Check(
        name,
        good ? Verdict.GOOD : Verdict.DOUBTFUL,
        measured,
        "no more than " + STRETCH + " s",
        good ? null : clipAt(worstFrom));
  }

  /** The same picture in two scenes that were meant to show different ones. */
  private Check repeated(List<KeyFrame> frames) {
    List<Integer> clips = new ArrayList<>();
    List<Likeness> looks = new ArrayList<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      KeyFrame middle = nearest(frames, middle(timeline.clips().get(i)));
      if (middle != null) {
        clips.add(i);
        looks.add(Likeness.of(middle));
      }
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      for (int j = i + 1; j < looks.size(); j++) {
        if (looks.get(i).distance(looks.get(j)) <= ALIKE && meantToDiffer(clips, i, j)) {
          pairs.add((clips.get(i) + 1) + " and " + (clips.get(j) + 1));
        }
      }
    }
    return new Check(
        "repeated-scenes",
        pairs.isEmpty() ? Verdict.GOOD : Verdict.DOUBTFUL,
        pairs.isEmpty() ? "none" : "clips " + String.join(", ", pairs),
        "none",
        null);
  }

  /** Drawn backgrounds are soft and look alike in grey; what was named twice was meant twice. */
  private boolean meantToDiffer(List<Integer> clips, int i, int j) {
    Picture one = timeline.clips().get(clips.get(i)).picture();
    Picture other = timeline.clips().get(clips.get(j)).picture();
    boolean drawn = one instanceof Picture.Generated || other instanceof Picture.Generated;
    return !drawn && !one.equals(other);
  }

  private double middle(Clip clip) {
    return timeline.canvas().secondsOf(clip.start() + (clip.lead() + clip.frames()) / 2);
  }

  /** The key frame next to a moment, of the same clip. */
  private KeyFrame nearest(List<KeyFrame> frames, double seconds) {
    KeyFrame best = null;
    for (KeyFrame frame : frames) {
      boolean nearer =
          best == null || Math.abs(frame.seconds() - seconds) < Math.abs(best.seconds() - seconds);
      if (nearer && clipAt(frame.seconds()) == clipAt(seconds)) {
        best = frame;
      }
    }
    return best;
  }

  private int clipAt(double seconds) {
    int frame = (int) Math.round(seconds * timeline.canvas().fps());
    for (int i = timeline.clips().size() - 1; i > 0; i--) {
      if (timeline.clips().get(i).start() <= frame) {
        return i;
      }
    }
    return 0;
  }
}
