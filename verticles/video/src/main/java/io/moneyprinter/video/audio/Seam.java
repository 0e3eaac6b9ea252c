package io.moneyprinter.video.audio;

import java.io.IOException;
import java.util.Arrays;

/**
 * Judges whether a piece goes over from its end into its beginning by itself, as pieces do that
 * were made to be looped: no step in the wave, and no stumble in the rhythm.
 */
final class Seam {
  /** A second: long enough to hold the attack of a note, which is rough by itself. */
  private static final int AROUND = PcmTrack.RATE;

  private static final int MOMENT = PcmTrack.RATE / 50;

  /** How much rougher the wave may be at the join than at its roughest nearby. */
  private static final double ROUGHER = 1.5;

  private static final double QUIETEST_STEP = 1e-4;

  /** Music does not fall by more than this from one moment to the next, by power: 12 dB. */
  private static final double STEEPEST_FALL = 16;

  /** How far the rhythm is followed: two seconds, from a quarter of one. */
  private static final int LONGEST = 2 * PcmTrack.RATE / MusicFeatures.HOP;

  private static final int SHORTEST = LONGEST / 8;
  private static final double SOME_RHYTHM = 0.15;
  private static final double SAME_RHYTHM = 0.5;

  private Seam() {}

  /** Blocks. */
  static boolean smooth(PcmTrack track, MusicFeatures head, MusicFeatures tail) throws IOException {
    return evenWave(track) && evenRhythm(head, tail);
  }

  /** Compares the second difference of the wave across the join with those beside it. */
  private static boolean evenWave(PcmTrack track) throws IOException {
    long frames = track.frames();
    int around = (int) Math.min(AROUND, frames / 2);
    float[] end = track.read(frames - around, around);
    float[] start = track.read(0, around);
    float[] wave = new float[end.length + start.length];
    System.arraycopy(end, 0, wave, 0, end.length);
    System.arraycopy(start, 0, wave, end.length, start.length);
    double beside = QUIETEST_STEP;
    double across = 0;
    for (int i = 4; i < wave.length; i++) {
      double bend = Math.abs(wave[i] - 2 * wave[i - 2] + wave[i - 4]);
      if (i >= end.length && i < end.length + 4) {
        across = Math.max(across, bend);
      } else {
        beside = Math.max(beside, bend);
      }
    }
    return across <= ROUGHER * beside && fall(end, start) <= STEEPEST_FALL;
  }

  private static double fall(float[] end, float[] start) {
    int moment = Math.min(2 * MOMENT, end.length);
    double before = QUIETEST_STEP * QUIETEST_STEP * moment;
    double after = before;
    for (int i = 0; i < moment; i++) {
      before += end[end.length - 1 - i] * end[end.length - 1 - i];
      after += start[i] * start[i];
    }
    return before / after;
  }

  /**
   * The rhythm within the piece and that across the join must beat together: their autocorrelations
   * have the same shape.
   */
  private static boolean evenRhythm(MusicFeatures head, MusicFeatures tail) {
    int rows = Math.min(head.size(), tail.size());
    if (rows < 2 * LONGEST) {
      return true;
    }
    double[] within = new double[LONGEST - SHORTEST];
    double[] across = new double[LONGEST - SHORTEST];
    double strongest = 0;
    for (int k = 0; k < within.length; k++) {
      int lag = SHORTEST + k;
      within[k] =
          0.5 * MusicFeatures.rhythm(head, head, lag, 0, head.size() - lag)
              + 0.5 * MusicFeatures.rhythm(tail, tail, lag, 0, tail.size() - lag);
      across[k] =
          MusicFeatures.rhythm(tail, head, lag - tail.size(), tail.size() - lag, tail.size());
      strongest = Math.max(strongest, within[k]);
    }
    return strongest < SOME_RHYTHM || correlation(within, across) > SAME_RHYTHM;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return squaresA == 0 || squaresB == 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
  }
}
