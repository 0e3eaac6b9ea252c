package io.moneyprinter.materials.music;

import java.util.function.IntToDoubleFunction;

/** How much of a stretch of sound lies in each octave from 40 Hz up (Goertzel, 1958). */
final class Spectrum {
  static final int BANDS = 8;

  private Spectrum() {}

  /** Shares that sum to 1. */
  static double[] octaves(IntToDoubleFunction sound, int from, int length) {
    double[] bands = new double[BANDS];
    double sum = 0;
    for (int band = 0; band < BANDS; band++) {
      for (int part = 0; part < 12; part++) {
        double power = power(sound, from, length, 40 * Math.pow(2, band + part / 12.0));
        bands[band] += power;
        sum += power;
      }
    }
    for (int band = 0; band < BANDS; band++) {
      bands[band] /= sum;
    }
    return bands;
  }

  private static double power(IntToDoubleFunction sound, int from, int length, double hertz) {
    double c = 2 * Math.cos(2 * Math.PI * hertz / Sound.RATE);
    double one = 0;
    double two = 0;
    for (int i = 0; i < length; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
      double now = sound.applyAsDouble(from + i) * window + c * one - two;
      two = one;
      one = now;
    }
    return one * one + two * two - c * one * two;
  }
}
