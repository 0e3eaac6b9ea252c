package io.moneyprinter.speech.align;

import io.moneyprinter.speech.audio.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a recording is silent, judged against its own loudness, so that a noisy room or a quiet
 * voice does not matter. Immutable.
 */
final class Silences {
  private static final double STEP = 0.01;

  /** Quieter than the loud parts by this much is silence, however loud the recording's noise. */
  private static final double BELOW_SPEECH_DB = 32;

  private static final double LEAST_BELOW_SPEECH_DB = 15;
  private static final double ABOVE_NOISE_DB = 8;
  private static final double NOISE_QUANTILE = 0.03;
  private static final double SPEECH_QUANTILE = 0.90;

  private final double seconds;
  private final double[] levels;
  private final double threshold;

  private Silences(double seconds, double[] levels) {
    this.seconds = seconds;
    this.levels = levels;
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double noise = sorted[(int) (sorted.length * NOISE_QUANTILE)];
    double speech = sorted[(int) (sorted.length * SPEECH_QUANTILE)];
    this.threshold =
        Math.max(
            speech - BELOW_SPEECH_DB,
            Math.min(noise + ABOVE_NOISE_DB, speech - LEAST_BELOW_SPEECH_DB));
  }

  static Silences in(Sound sound) {
    int step = Math.max(1, (int) Math.round(STEP * sound.rate()));
    var levels = new double[Math.max(1, sound.samples().length / step)];
    for (int i = 0; i < levels.length; i++) {
      double power = 1e-9;
      int to = Math.min(sound.samples().length, (i + 2) * step);
      for (int at = i * step; at < to; at++) {
        power += (double) sound.samples()[at] * sound.samples()[at];
      }
      levels[i] = 10 * Math.log10(power / (2 * step));
    }
    return new Silences(sound.seconds(), levels);
  }

  /** All of at least this length, in order. */
  List<Stretch> longerThan(double least) {
    List<Stretch> found = new ArrayList<>();
    for (int from = 0; from < levels.length; ) {
      int to = from;
      while (to < levels.length && levels[to] < threshold) {
        to++;
      }
      if ((to - from) * STEP >= least) {
        // A level looks two steps wide: the first silent one begins after the speech before it.
        double start = from == 0 ? 0 : (from + 1) * STEP;
        found.add(new Stretch(start, Math.max(start, to * STEP)));
      }
      from = Math.max(to, from + 1);
    }
    return found;
  }

  /** From where to where somebody speaks at all. */
  Stretch speech() {
    List<Stretch> all = longerThan(0.05);
    double from = 0;
    double to = seconds;
    if (!all.isEmpty() && all.get(0).start() < 0.03) {
      from = all.get(0).end();
    }
    if (!all.isEmpty() && all.get(all.size() - 1).end() > seconds - 0.06) {
      to = all.get(all.size() - 1).start();
    }
    return from < to ? new Stretch(from, to) : new Stretch(0, seconds);
  }
}
