package io.moneyprinter.speech.audio;

/** Where a sound begins and ends being heard. */
public final class Loudness {
  /** Engines' pauses measure -58 dBFS and less, their faintest consonants above -45 dBFS. */
  private static final double AUDIBLE = Math.pow(10, -48 / 20.0);

  private static final double WINDOW_SECONDS = 0.005;

  private Loudness() {}

  /** First audible sample; the length of the sound when all of it is silent. */
  public static int firstAudible(Sound sound) {
    int window = window(sound);
    int at = 0;
    while (at < sound.samples().length && level(sound, at, at + window) < AUDIBLE) {
      at += window;
    }
    return Math.min(at, sound.samples().length);
  }

  /** The sample after the last audible one in {@code from..to}; {@code from} when all is silent. */
  public static int endOfAudible(Sound sound, int from, int to) {
    int window = window(sound);
    int at = to;
    while (at > from && level(sound, Math.max(from, at - window), at) < AUDIBLE) {
      at -= window;
    }
    return Math.max(from, at);
  }

  /** Root mean square of the samples in {@code from..to}; 0 for none. */
  public static double level(Sound sound, int from, int to) {
    int end = Math.min(to, sound.samples().length);
    double sum = 0;
    for (int i = from; i < end; i++) {
      sum += (double) sound.samples()[i] * sound.samples()[i];
    }
    return end > from ? Math.sqrt(sum / (end - from)) : 0;
  }

  private static int window(Sound sound) {
    return Math.max(1, (int) (WINDOW_SECONDS * sound.rate()));
  }
}
