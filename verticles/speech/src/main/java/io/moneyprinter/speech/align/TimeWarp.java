package io.moneyprinter.speech.align;

import java.util.Arrays;

/**
 * Which moment of one recording is which of another that says the same: dynamic time warping (H.
 * Sakoe and S. Chiba, 1978), first on a quarter of the frames and then, near what that found, on
 * all of them (S. Salvador and P. Chan, 2007), so that a long narration needs little memory.
 */
final class TimeWarp {
  private static final int COARSENESS = 4;

  /** Shorter recordings are warped at once. */
  private static final int SHORT = 1500;

  private static final int LEAST_BAND = 75;

  /** Of the other recording's length: how far the pace may have drifted apart. */
  private static final int BAND_SHARE = 6;

  /** Frames around the coarse path, two seconds. */
  private static final int CORRIDOR = 100;

  /** A step in both recordings covers two frames for the price of a little more than one. */
  private static final float DIAGONAL = 1.1f;

  private static final byte BOTH = 0;
  private static final byte ONE = 1;
  private static final byte OTHER = 2;

  private final float[][] one;
  private final float[][] other;
  private final int[] low;
  private final int[] high;

  private TimeWarp(float[][] one, float[][] other) {
    this.one = one;
    this.other = other;
    this.low = new int[one.length];
    this.high = new int[one.length];
  }

  /** For each frame of {@code one} the place in {@code other}, in frames; never runs backwards. */
  static double[] map(float[][] one, float[][] other) {
    var warp = new TimeWarp(one, other);
    if (Math.max(one.length, other.length) <= SHORT) {
      warp.straightBand();
    } else {
      warp.corridor(map(coarse(one), coarse(other)));
    }
    return warp.path();
  }

  private void straightBand() {
    int band = Math.max(LEAST_BAND, Math.max(one.length, other.length) / BAND_SHARE);
    for (int i = 0; i < one.length; i++) {
      allow(i, (double) i * other.length / one.length, band);
    }
  }

  private void corridor(double[] coarse) {
    for (int i = 0; i < one.length; i++) {
      double at = coarse[Math.min(coarse.length - 1, i / COARSENESS)];
      allow(i, at * COARSENESS, CORRIDOR);
    }
  }

  private void allow(int i, double centre, int band) {
    int last = other.length - 1;
    low[i] = i == 0 ? 0 : (int) Math.max(0, Math.min(last, centre - band));
    high[i] = i + 1 == one.length ? last : (int) Math.max(low[i], Math.min(last, centre + band));
    if (i > 0) {
      // Each row has to be reachable from the one before, also along a steep path.
      low[i] = Math.max(low[i - 1], Math.min(low[i], high[i - 1]));
      high[i] = Math.max(high[i], high[i - 1]);
    }
  }

  private double[] path() {
    var steps = new byte[one.length][];
    float[] before = null;
    for (int i = 0; i < one.length; i++) {
      var row = new float[high[i] - low[i] + 1];
      steps[i] = new byte[row.length];
      for (int k = 0; k < row.length; k++) {
        int j = low[i] + k;
        float near = distance(one[i], other[j]);
        float both = cost(before, i - 1, j - 1) + DIAGONAL * near;
        float first = cost(before, i - 1, j) + near;
        float second = k > 0 ? row[k - 1] + near : Float.MAX_VALUE;
        float least = Math.min(both, Math.min(first, second));
        row[k] = i == 0 && j == 0 ? near : least;
        steps[i][k] = least == both ? BOTH : least == first ? ONE : OTHER;
      }
      before = row;
    }
    return means(steps);
  }

  private float cost(float[] row, int i, int j) {
    return row == null || j < low[i] || j > high[i] ? Float.MAX_VALUE : row[j - low[i]];
  }

  /** Walks back; a frame that stands for several of the other's is put in their middle. */
  private double[] means(byte[][] steps) {
    var sums = new double[one.length];
    var counts = new int[one.length];
    int i = one.length - 1;
    int j = other.length - 1;
    while (true) {
      sums[i] += j;
      counts[i]++;
      if (i == 0 && j == 0) {
        break;
      }
      byte step = i == 0 ? OTHER : j == 0 ? ONE : steps[i][j - low[i]];
      i -= step == OTHER ? 0 : 1;
      j -= step == ONE ? 0 : 1;
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] /= counts[k];
    }
    return sums;
  }

  private static float distance(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      float off = a[i] - b[i];
      sum += off * off;
    }
    return (float) Math.sqrt(sum);
  }

  private static float[][] coarse(float[][] frames) {
    var coarse = new float[(frames.length + COARSENESS - 1) / COARSENESS][];
    for (int i = 0; i < coarse.length; i++) {
      int from = i * COARSENESS;
      int to = Math.min(frames.length, from + COARSENESS);
      var mean = new float[frames[0].length];
      for (float[] frame : Arrays.asList(frames).subList(from, to)) {
        for (int c = 0; c < mean.length; c++) {
          mean[c] += frame[c] / (to - from);
        }
      }
      coarse[i] = mean;
    }
    return coarse;
  }
}
