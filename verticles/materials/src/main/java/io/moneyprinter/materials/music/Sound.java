package io.moneyprinter.materials.music;

/** The one form of all sound here, and the arithmetic of pitch. */
final class Sound {
  /** Frames a second. */
  static final int RATE = 48_000;

  private Sound() {}

  /** Hertz of a MIDI note number, equal temperament, A4 (69) at 440. */
  static double hertz(double midi) {
    return 440 * Math.pow(2, (midi - 69) / 12);
  }

  static int frames(double seconds) {
    return (int) Math.round(seconds * RATE);
  }

  /**
   * The factor of a one-pole low-pass, {@code y += k (x - y)}.
   *
   * @param hertz where it has lost 3 dB
   */
  static float lowPass(double hertz) {
    return (float) (1 - Math.exp(-2 * Math.PI * hertz / RATE));
  }
}
