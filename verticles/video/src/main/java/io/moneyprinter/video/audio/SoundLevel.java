package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.video.AudioMix.Kind;
import io.moneyprinter.codecs.video.AudioMix.Sound;

/** How loud things stand against each other before the whole is brought to its loudness. */
final class SoundLevel {
  /** Where the voice stands, LUFS, both sides together. */
  static final double VOICE = -18;

  /**
   * How far the peaks of speech stand over its loudness, dB; what is too short to be measured in
   * blocks of 0.4 s is set by its peak instead.
   */
  private static final double SPEECH_CREST = 12;

  /** No effect is raised so far that its peak stands higher than this over the voice, dB. */
  private static final double HIGHEST_CREST = 18;

  private static final double NO_PEAK = -90;

  private SoundLevel() {}

  /** By how much a sound is to be changed, dB. */
  static double gain(Sound sound, Loudness found) {
    if (sound.kind() == Kind.CLIP) {
      return sound.decibels();
    }
    if (found.truePeak() < NO_PEAK) {
      return 0;
    }
    double wanted = VOICE + sound.decibels();
    return found.silent()
        ? wanted + SPEECH_CREST - found.truePeak()
        : Math.min(wanted - found.integrated(), wanted + HIGHEST_CREST - found.truePeak());
  }

  /** By how much something measured is to be changed to stand at a loudness, dB. */
  static double gain(Loudness found, double wanted) {
    return found.silent() ? 0 : wanted - found.integrated();
  }
}
