package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.MusicBrief;

/**
 * Makes music of a mood, or finds the music that a brief asks for.
 *
 * @param mood {@code null} only where the choice does not need one
 * @param seconds at least how long a composed piece is, up to 3600
 * @param seed decides the melody, and which of several pieces that fit equally well
 * @param choice what the brief says of music; {@code null} for music of the mood
 * @param collection id of the brief's collection, in which the choice may name a file
 */
public record ComposeMusic(
    MusicBrief.Mood mood, double seconds, long seed, MusicBrief choice, String collection) {
  public ComposeMusic {
    if (mood == null && choice == null) {
      throw new IllegalArgumentException("Music has a mood, or is chosen");
    }
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new IllegalArgumentException("Music lasts more than 0 and at most 3600 seconds");
    }
  }

  /** Music of a mood. */
  public ComposeMusic(MusicBrief.Mood mood, double seconds, long seed) {
    this(mood, seconds, seed, null, null);
  }
}
