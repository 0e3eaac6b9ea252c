package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The music under the voice.
 *
 * @param mood what it should feel like; {@code none} for no music
 * @param volume loudness against the voice in decibels, -40 to 0; absent for -16
 */
public record MusicBrief(Mood mood, Double volume) {
  /** What the music should feel like. */
  public enum Mood {
    @JsonProperty("calm")
    CALM,
    @JsonProperty("bright")
    BRIGHT,
    @JsonProperty("driving")
    DRIVING,
    @JsonProperty("none")
    NONE
  }

  public static final MusicBrief DEFAULT = new MusicBrief(null, null);

  public MusicBrief {
    mood = mood == null ? Mood.CALM : mood;
    volume = volume == null ? -16.0 : volume;
  }
}
