package io.moneyprinter.speech.audio;

/**
 * Makes speech faster or slower and keeps its pitch: waveform-similarity overlap-add (W. Verhelst
 * and M. Roelands, 1993). Windows are taken from the input at the new pace and laid over each other
 * at the old one; each is moved by up to 10 ms to where it continues the one before best, so a word
 * may be that much off its scaled time.
 */
public final class TimeStretch {
  private static final double WINDOW_SECONDS = 0.030;
  private static final double SEARCH_SECONDS = 0.010;

  /** Every third sample is enough to judge likeness at speech rates, and three times as fast. */
  private static final int LIKENESS_STRIDE = 3;

  private TimeStretch() {}

  /**
   * @param rate 2 is twice as fast, 0.5 half as fast
   */
  public static Sound stretch(Sound sound, double rate) {
    if (rate == 1 || sound.samples().length == 0) {
      return sound;
    }
    float[] in = sound.samples();
    int hop = (int) (WINDOW_SECONDS * sound.rate()) / 2;
    int search = (int) (SEARCH_SECONDS * sound.rate());
    float[] rise = risingHalf(hop);
    var out = new float[(int) Math.round(in.length / rate)];
    int before = -hop;
    for (int at = 0; at < out.length; at += hop) {
      int natural = before + hop;
      int nominal = (int) Math.round(at * rate);
      int chosen = at == 0 ? 0 : mostAlike(in, natural, nominal, search, hop);
      for (int i = 0; i < hop && at + i < out.length; i++) {
        float fading = sample(in, natural + i);
        out[at + i] = at == 0 ? fading : fading + rise[i] * (sample(in, chosen + i) - fading);
      }
      before = chosen;
    }
    return new Sound(out, sound.rate());
  }

  private static int mostAlike(float[] in, int natural, int nominal, int search, int length) {
    int best = nominal;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int at = nominal - search; at <= nominal + search; at++) {
      double product = 0;
      double energy = 1e-9;
      for (int i = 0; i < length; i += LIKENESS_STRIDE) {
        float candidate = sample(in, at + i);
        product += (double) candidate * sample(in, natural + i);
        energy += (double) candidate * candidate;
      }
      double score = product / Math.sqrt(energy);
      if (score > bestScore) {
        bestScore = score;
        best = at;
      }
    }
    return best;
  }

  private static float sample(float[] in, int at) {
    return at < 0 || at >= in.length ? 0 : in[at];
  }

  private static float[] risingHalf(int length) {
    var rise = new float[length];
    for (int i = 0; i < length; i++) {
      rise[i] = (float) (0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / length));
    }
    return rise;
  }
}
