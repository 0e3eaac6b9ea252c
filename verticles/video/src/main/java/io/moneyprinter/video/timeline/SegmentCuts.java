package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Ways to cut a timeline into pieces that are rendered by themselves. */
final class SegmentCuts {
  /** A piece shorter than this costs more to begin than to draw. */
  private static final double LEAST_SECONDS = 2;

  /** A piece longer than this holds up an edit, and leaves other cores idle at the end. */
  private static final double MOST_SECONDS = 10;

  private SegmentCuts() {}

  /**
   * A piece.
   *
   * @param first index of its first clip
   * @param clips how many; 1 when it is a part of one
   * @param from frames of its first clip that come before it
   * @param frames how many it has
   */
  record Piece(int first, int clips, int from, int frames) {}

  /** A piece for each clip. */
  static List<Piece> byClip(Timeline timeline) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      pieces.add(new Piece(i, 1, 0, timeline.clips().get(i).frames()));
    }
    return pieces;
  }

  /** All in one piece. */
  static List<Piece> whole(Timeline timeline) {
    return List.of(new Piece(0, timeline.clips().size(), 0, timeline.frames()));
  }

  /**
   * Short neighbours together, long clips in equal parts. A blend belongs to the clip after it, and
   * so stays in the one piece, or part, that this clip begins.
   */
  static List<Piece> even(Timeline timeline) {
    int least = timeline.canvas().framesFor(LEAST_SECONDS);
    int most = timeline.canvas().framesFor(MOST_SECONDS);
    List<Clip> clips = timeline.clips();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < clips.size()) {
      int end = at + 1;
      int frames = clips.get(at).frames();
      while (end < clips.size()
          && clips.get(end).frames() < most
          && frames + clips.get(end).frames() <= most
          && (frames < least || end == clips.size() - 1 && clips.get(end).frames() < least)) {
        frames += clips.get(end).frames();
        end++;
      }
      if (end == at + 1 && frames > most) {
        pieces.addAll(parts(at, clips.get(at), most));
      } else {
        pieces.add(new Piece(at, end - at, 0, frames));
      }
      at = end;
    }
    return pieces;
  }

  private static List<Piece> parts(int index, Clip clip, int most) {
    int count = (clip.frames() + most - 1) / most;
    List<Piece> parts = new ArrayList<>();
    int from = 0;
    for (int part = 1; part <= count; part++) {
      int to = Math.max((int) ((long) clip.frames() * part / count), part == 1 ? clip.lead() : 0);
      parts.add(new Piece(index, 1, from, to - from));
      from = to;
    }
    return parts;
  }
}
