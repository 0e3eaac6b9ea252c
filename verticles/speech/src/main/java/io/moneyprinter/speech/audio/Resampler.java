package io.moneyprinter.speech.audio;

import java.math.BigInteger;

/**
 * Changes the sample rate by a windowed-sinc low pass, one row of taps for each position an output
 * sample can take between two input samples (a polyphase filter). The Kaiser window (J. F. Kaiser,
 * 1974) keeps images about 80 dB down; the pass band is flat to 94 % of the lower Nyquist
 * frequency.
 */
public final class Resampler {
  private static final int ZERO_CROSSINGS = 32;
  private static final double PASS_BAND = 0.94;
  private static final double KAISER_BETA = 8.0;

  private final int from;
  private final int to;
  private final int phases;
  private final int step;
  private final int reach;
  private final float[][] taps;

  public Resampler(int from, int to) {
    this.from = from;
    this.to = to;
    int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
    this.phases = to / common;
    this.step = from / common;
    double cutoff = PASS_BAND * Math.min(1.0, (double) to / from);
    this.reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
    this.taps = new float[phases][];
    for (int phase = 0; phase < phases; phase++) {
      taps[phase] = row((double) phase / phases, cutoff);
    }
  }

  /** The same sound at the new rate, in time to within half an output sample. */
  public Sound resample(Sound sound) {
    if (sound.rate() != from) {
      throw new IllegalArgumentException("Made for " + from + " Hz, given " + sound.rate());
    }
    if (from == to) {
      return sound;
    }
    float[] in = sound.samples();
    var out = new float[(int) (((long) in.length * phases + step - 1) / step)];
    long position = 0;
    for (int n = 0; n < out.length; n++, position += step) {
      float[] row = taps[(int) (position % phases)];
      int first = (int) (position / phases) - reach + 1;
      double sum = 0;
      int stop = Math.min(row.length, in.length - first);
      for (int t = Math.max(0, -first); t < stop; t++) {
        sum += row[t] * in[first + t];
      }
      out[n] = (float) sum;
    }
    return new Sound(out, to);
  }

  private float[] row(double fraction, double cutoff) {
    var row = new double[2 * reach];
    double total = 0;
    for (int t = 0; t < row.length; t++) {
      double distance = t - reach + 1 - fraction;
      row[t] = sinc(cutoff * distance) * kaiser(distance / reach);
      total += row[t];
    }
    var scaled = new float[row.length];
    for (int t = 0; t < row.length; t++) {
      scaled[t] = (float) (row[t] / total);
    }
    return scaled;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-12 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  /** Modified Bessel function of the first kind, order zero, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
