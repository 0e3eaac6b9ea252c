package io.moneyprinter.speech.audio;

/** Makes sound louder or quieter. What would go beyond full scale is bent, not cut off. */
public final class Gain {
  /** Amplitudes below this are left exactly as they are. */
  private static final double KNEE = 0.8;

  private Gain() {}

  /**
   * @param decibels above 0 is louder
   */
  public static Sound apply(Sound sound, double decibels) {
    if (decibels == 0) {
      return sound;
    }
    double factor = Math.pow(10, decibels / 20);
    float[] samples = sound.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) bent(samples[i] * factor);
    }
    return new Sound(samples, sound.rate());
  }

  private static double bent(double amplitude) {
    double size = Math.abs(amplitude);
    return size <= KNEE
        ? amplitude
        : Math.signum(amplitude) * (KNEE + (1 - KNEE) * Math.tanh((size - KNEE) / (1 - KNEE)));
  }
}
