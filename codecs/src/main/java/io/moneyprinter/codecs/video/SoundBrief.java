package io.moneyprinter.codecs.video;

/**
 * A sound effect at a moment.
 *
 * @param media name of a sound file in the collection; required
 * @param at seconds from the beginning
 * @param volume decibels against the voice, -60 to 12; absent for -6
 */
public record SoundBrief(String media, double at, Double volume) {
  public SoundBrief {
    volume = volume == null ? -6.0 : volume;
  }
}
