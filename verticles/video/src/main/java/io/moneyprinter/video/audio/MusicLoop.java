package io.moneyprinter.video.audio;

import java.io.IOException;

/**
 * Finds where a piece of music can go back to, so that nobody hears it do so. A piece made to be
 * looped is left as it is; one that ends in silence begins again after a breath; in any other, the
 * place is found where the end is most like the beginning (a lag at which bands and onsets
 * correlate, so whole bars), and the two are crossed over at its quietest moment, aligned to the
 * sample. Memory does not grow with the piece: only its first and last 16 s are looked at.
 */
final class MusicLoop {
  private static final int RATE = PcmTrack.RATE;
  private static final int HOP = MusicFeatures.HOP;
  private static final long LONGEST_LOOK = 16L * RATE;
  private static final double SHORTEST_OVERLAP = 0.3;
  private static final int SHORT_FADE = RATE / 20;
  private static final int LONG_FADE = RATE;
  private static final int SHIFT = RATE / 100;

  /** An agreement of so many rows counts half: 0.4 s. */
  private static final double DOUBT = 0.4 * RATE / HOP;

  /** From here on, both ends are so alike that a short fade does. */
  private static final double ALIKE = 0.8;

  private static final long SILENT_END = RATE / 10;
  private static final long BREATH = RATE / 2;
  private static final int SHORTEST_FADE = RATE / 500;

  /** A rest up to here may belong to the rhythm. */
  private static final long LONGEST_REST = RATE;

  private final PcmTrack track;
  private final long frames;
  private final MusicLevels levels;

  private MusicLoop(PcmTrack track) throws IOException {
    this.track = track;
    this.frames = track.frames();
    this.levels = new MusicLevels(track);
  }

  /** Looks at a piece of at least one frame. Blocks. */
  static LoopPoint find(PcmTrack track) throws IOException {
    return new MusicLoop(track).find();
  }

  /** Lays the piece, again and again, over all of a track. Blocks. */
  static void lay(PcmTrack source, LoopPoint loop, PcmTrack target) throws IOException {
    long heard = loop.period() + loop.fade();
    for (long round = 0; round * loop.period() < target.frames(); round++) {
      boolean first = round == 0;
      long from = first ? 0 : loop.start();
      long lead = first ? loop.start() : 0;
      target.add(
          source,
          from,
          lead + heard,
          from + round * loop.period(),
          i -> {
            long at = i - lead;
            if (at >= loop.period()) {
              return loop.out((at - loop.period() + 0.5) / loop.fade());
            }
            return first || at >= loop.fade() ? 1 : loop.in((at + 0.5) / loop.fade());
          });
    }
  }

  private LoopPoint find() throws IOException {
    long look = Math.min(LONGEST_LOOK, frames / 2);
    if (look / HOP < SHORTEST_OVERLAP * RATE / HOP) {
      int fade = (int) (frames / 4);
      return new LoopPoint(LoopPoint.Kind.LIKENESS, 0, frames - fade, fade, 0);
    }
    MusicFeatures head = MusicFeatures.of(track, 0, look);
    MusicFeatures tail = MusicFeatures.of(track, frames - look, look);
    long end = levels.lastSound(look);
    if (frames - end <= LONGEST_REST && Seam.smooth(track, head, tail)) {
      return new LoopPoint(LoopPoint.Kind.SEAMLESS, 0, frames, 0, 0);
    }
    if (frames - end >= SILENT_END) {
      long start = levels.firstSound(look);
      long breath = Math.min(BREATH, frames - end);
      return new LoopPoint(LoopPoint.Kind.SILENCE, start, end + breath - start, SHORTEST_FADE, 0);
    }
    return alike(head, tail);
  }

  /**
   * The lag at which the tail is most like the head. More that agrees is stronger evidence, but a
   * little more likeness outweighs much more of it: the right bar, not just any.
   */
  private LoopPoint alike(MusicFeatures head, MusicFeatures tail) throws IOException {
    int rows = Math.min(head.size(), tail.size());
    int least = (int) (SHORTEST_OVERLAP * RATE / HOP);
    int best = least;
    double highest = Double.NEGATIVE_INFINITY;
    double likeness = 0;
    for (int overlap = least; overlap <= rows; overlap++) {
      double found = head.likeness(0, tail, tail.size() - overlap, overlap);
      double score = found * found * found * overlap / (overlap + DOUBT);
      if (score > highest) {
        highest = score;
        likeness = found;
        best = overlap;
      }
    }
    long overlap = (long) best * HOP;
    int fade = likeness > ALIKE ? SHORT_FADE : (int) Math.min(LONG_FADE, overlap - 2 * SHIFT);
    long start = quietest(frames - overlap, overlap - fade - 2 * SHIFT, fade) + SHIFT;
    return aligned(start, frames - overlap, fade);
  }

  /** The frame of the head from which both ends are quietest for the length of the fade. */
  private long quietest(long period, long room, int fade) throws IOException {
    long best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (long at = 0; at <= room; at += Math.max(HOP, fade / 10)) {
      double energy = levels.energy(at, fade) + levels.energy(at + period, fade);
      if (energy < least) {
        least = energy;
        best = at;
      }
    }
    return best;
  }

  /** Moves the join by up to 10 ms, to where the waves themselves agree best. */
  private LoopPoint aligned(long start, long period, int fade) throws IOException {
    float[] head = levels.mono(start, fade);
    float[] tail = levels.mono(start + period - SHIFT, fade + 2 * SHIFT);
    double highest = -2;
    int best = SHIFT;
    for (int shift = 0; shift <= 2 * SHIFT; shift++) {
      double found = correlation(head, tail, shift);
      if (found > highest) {
        highest = found;
        best = shift;
      }
    }
    return new LoopPoint(
        LoopPoint.Kind.LIKENESS,
        start,
        period + best - SHIFT,
        fade,
        Math.max(0, Math.min(1, highest)));
  }

  private static double correlation(float[] head, float[] tail, int shift) {
    double product = 0;
    double ours = 1e-12;
    double theirs = 1e-12;
    // Every third sample tells enough.
    for (int i = 0; i < head.length; i += 3) {
      product += head[i] * tail[i + shift];
      ours += head[i] * head[i];
      theirs += tail[i + shift] * tail[i + shift];
    }
    return product / Math.sqrt(ours * theirs);
  }
}
