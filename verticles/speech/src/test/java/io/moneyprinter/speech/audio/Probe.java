package io.moneyprinter.speech.audio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures sounds. */
public final class Probe {
  private static final double LOWEST_VOICE = 70;
  private static final double HIGHEST_VOICE = 350;

  private Probe() {}

  /** A sine of half the full scale. */
  public static Sound sine(double frequency, double seconds, int rate) {
    var samples = new float[(int) (seconds * rate)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / rate));
    }
    return new Sound(samples, rate);
  }

  /** Root mean square between two times, in dBFS. */
  public static double level(Sound sound, double from, double to) {
    return 20 * Math.log10(Loudness.level(sound, sound.sampleAt(from), sound.sampleAt(to)) + 1e-9);
  }

  /** Median pitch of the voiced stretches in Hz, by autocorrelation over 40 ms. */
  public static double pitch(Sound sound) {
    int window = sound.rate() / 25;
    List<Double> pitches = new ArrayList<>();
    for (int at = 0; at + 2 * window < sound.samples().length; at += window) {
      if (Loudness.level(sound, at, at + window) > 0.03) {
        addPitch(sound, at, window, pitches);
      }
    }
    Collections.sort(pitches);
    return pitches.get(pitches.size() / 2);
  }

  private static void addPitch(Sound sound, int at, int window, List<Double> pitches) {
    int shortest = (int) (sound.rate() / HIGHEST_VOICE);
    var likeness = new double[(int) (sound.rate() / LOWEST_VOICE)];
    double best = 0;
    for (int lag = shortest; lag < likeness.length; lag++) {
      likeness[lag] = likeness(sound.samples(), at, lag, window);
      best = Math.max(best, likeness[lag]);
    }
    // The first summit that is nearly the highest: later ones are multiples of the period.
    for (int lag = shortest + 1; best > 0.6 && lag + 1 < likeness.length; lag++) {
      boolean summit = likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1];
      if (summit && likeness[lag] > 0.9 * best) {
        pitches.add((double) sound.rate() / lag);
        return;
      }
    }
  }

  private static double likeness(float[] samples, int at, int lag, int window) {
    double product = 0;
    double here = 1e-9;
    double there = 1e-9;
    for (int i = at; i < at + window && i + lag < samples.length; i++) {
      product += samples[i] * samples[i + lag];
      here += samples[i] * samples[i];
      there += samples[i + lag] * samples[i + lag];
    }
    return product / Math.sqrt(here * there);
  }

  /** Amplitude of one frequency in the middle half of a sound. */
  public static double amplitude(Sound sound, double frequency) {
    int from = sound.samples().length / 4;
    int to = 3 * from;
    double cosine = 0;
    double sine = 0;
    double weights = 0;
    for (int i = from; i < to; i++) {
      double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / (to - from));
      double angle = 2 * Math.PI * frequency * i / sound.rate();
      cosine += weight * sound.samples()[i] * Math.cos(angle);
      sine += weight * sound.samples()[i] * Math.sin(angle);
      weights += weight;
    }
    return 2 * Math.hypot(cosine, sine) / weights;
  }
}
