package io.moneyprinter.speech.align;

import io.moneyprinter.speech.audio.Resampler;
import io.moneyprinter.speech.audio.Sound;
import java.util.Arrays;

/**
 * What a recording sounds like, fifty times a second: mel-frequency cepstral coefficients (S. B.
 * Davis and P. Mermelstein, 1980), each scaled to the recording's own mean and spread, so that two
 * voices saying the same are alike.
 */
final class SpeechFeatures {
  static final double STEP = 0.02;
  static final int COUNT = 13;

  private static final int RATE = 16_000;
  private static final int HOP = (int) (STEP * RATE);
  private static final int WINDOW = 640;
  private static final int FFT = 1024;
  private static final int BANDS = 26;
  private static final double LOWEST_HERTZ = 80;
  private static final double HIGHEST_HERTZ = 7000;
  private static final double PRE_EMPHASIS = 0.95;

  /** Quieter than the loudest by this much (nepers of power) is silence, whatever the room. */
  private static final double RANGE = 9;

  /** Loudness tells most, the finest shape of the spectrum more of the speaker than the sound. */
  private static final double[] WEIGHTS = {1.6, 1, 1, 1, 1, 1, 1, .6, .6, .6, .6, .6, .6};

  private static final Fourier FOURIER = new Fourier(FFT);
  private static final double[] HAMMING = hamming();
  private static final double[][] FILTERS = filters();
  private static final double[][] COSINES = cosines();

  private SpeechFeatures() {}

  /** Frames of {@link #COUNT} coefficients, one each {@link #STEP}; at least one frame. */
  static float[][] of(Sound sound) {
    float[] samples =
        sound.rate() == RATE
            ? sound.samples()
            : new Resampler(sound.rate(), RATE).resample(sound).samples();
    var bands = new double[Math.max(1, samples.length / HOP)][];
    double loudest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < bands.length; i++) {
      bands[i] = bands(samples, i * HOP + HOP / 2 - WINDOW / 2);
      loudest = Math.max(loudest, Arrays.stream(bands[i]).max().orElseThrow());
    }
    var frames = new float[bands.length][COUNT];
    for (int i = 0; i < frames.length; i++) {
      for (int c = 0; c < COUNT; c++) {
        double sum = 0;
        for (int b = 0; b < BANDS; b++) {
          sum += Math.max(bands[i][b], loudest - RANGE) * COSINES[c][b];
        }
        frames[i][c] = (float) sum;
      }
    }
    scale(frames);
    return frames;
  }

  /** Logarithms of the power in each band of hearing. */
  private static double[] bands(float[] samples, int from) {
    var real = new double[FFT];
    var imaginary = new double[FFT];
    for (int i = 0; i < WINDOW; i++) {
      int at = from + i;
      if (at >= 1 && at < samples.length) {
        real[i] = (samples[at] - PRE_EMPHASIS * samples[at - 1]) * HAMMING[i];
      }
    }
    FOURIER.transform(real, imaginary);
    var bands = new double[BANDS];
    for (int b = 0; b < BANDS; b++) {
      double power = 1e-7;
      for (int k = 0; k <= FFT / 2; k++) {
        if (FILTERS[b][k] > 0) {
          power += FILTERS[b][k] * (real[k] * real[k] + imaginary[k] * imaginary[k]);
        }
      }
      bands[b] = Math.log(power);
    }
    return bands;
  }

  private static void scale(float[][] frames) {
    for (int c = 0; c < COUNT; c++) {
      double sum = 0;
      double squares = 0;
      for (float[] frame : frames) {
        sum += frame[c];
        squares += (double) frame[c] * frame[c];
      }
      double mean = sum / frames.length;
      double spread = Math.sqrt(Math.max(0, squares / frames.length - mean * mean)) + 1e-6;
      for (float[] frame : frames) {
        frame[c] = (float) ((frame[c] - mean) / spread * WEIGHTS[c]);
      }
    }
  }

  private static double[] hamming() {
    var window = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      window[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
    }
    return window;
  }

  private static double[][] filters() {
    var filters = new double[BANDS][FFT / 2 + 1];
    double low = mel(LOWEST_HERTZ);
    double step = (mel(HIGHEST_HERTZ) - low) / (BANDS + 1);
    for (int b = 0; b < BANDS; b++) {
      double from = hertz(low + step * b);
      double middle = hertz(low + step * (b + 1));
      double to = hertz(low + step * (b + 2));
      for (int k = 0; k <= FFT / 2; k++) {
        double f = k * (double) RATE / FFT;
        filters[b][k] =
            Math.max(0, Math.min((f - from) / (middle - from), (to - f) / (to - middle)));
      }
    }
    return filters;
  }

  private static double[][] cosines() {
    var cosines = new double[COUNT][BANDS];
    for (int c = 0; c < COUNT; c++) {
      for (int b = 0; b < BANDS; b++) {
        cosines[c][b] = Math.cos(Math.PI * c * (b + 0.5) / BANDS);
      }
    }
    return cosines;
  }

  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
