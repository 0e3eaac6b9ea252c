package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The music under the voice: one that is composed for this video, one that is chosen by its mood
 * and tempo, or a certain one.
 *
 * @param mood what it should feel like; {@code none} for no music; absent for calm, or, where
 *     something else says which music is meant, for any
 * @param volume loudness against the voice in decibels, -40 to 0; absent for -16
 * @param id a piece of the music library, such as {@code house:first-light}
 * @param tempo about how many beats a minute, 40 to 240
 * @param file name of a sound file in the brief's collection
 * @param source where to look for it; absent for composed, or, with a tempo, for all that are on
 *     this installation
 */
public record MusicBrief(
    Mood mood, Double volume, String id, Double tempo, String file, Source source) {
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

  /** Where music comes from. */
  public enum Source {
    /** Made for the one video, as long as it is. */
    @JsonProperty("composed")
    COMPOSED,
    /** The pieces that come with this software. */
    @JsonProperty("house")
    HOUSE,
    /** What the tenant uploaded. */
    @JsonProperty("own")
    OWN,
    /** The operator's folder. */
    @JsonProperty("folder")
    FOLDER,
    @JsonProperty("openverse")
    OPENVERSE,
    @JsonProperty("freesound")
    FREESOUND
  }

  public static final MusicBrief DEFAULT = new MusicBrief(null, null);

  public MusicBrief {
    boolean open = id == null && tempo == null && file == null && source == null;
    mood = mood == null && (open || source == Source.COMPOSED) ? Mood.CALM : mood;
    volume = volume == null ? -16.0 : volume;
  }

  /** Composed for the video. */
  public MusicBrief(Mood mood, Double volume) {
    this(mood, volume, null, null, null, null);
  }
}
