package io.moneyprinter.speech.audio;

/**
 * Makes speech higher or lower and keeps its pace: it is stretched, and then played at another
 * rate. The voice's colour moves along, so that much of it sounds like another speaker.
 */
public final class PitchShift {
  /** The rate is changed in steps of 1 in 400, four hundredths of a semitone at 48 kHz. */
  private static final int STEPS = 400;

  private PitchShift() {}

  /**
   * @param semitones above 0 is higher
   */
  public static Sound shift(Sound sound, double semitones) {
    int step = Math.max(1, sound.rate() / STEPS);
    int played = (int) Math.round(sound.rate() * Math.pow(2, semitones / 12) / step) * step;
    if (played == sound.rate() || sound.samples().length == 0) {
      return sound;
    }
    double factor = (double) played / sound.rate();
    Sound longer = TimeStretch.stretch(sound, 1 / factor);
    Sound shifted =
        new Resampler(played, sound.rate()).resample(new Sound(longer.samples(), played));
    return shifted.slice(0, sound.samples().length);
  }
}
