package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.codecs.speech.VoiceEffect;
import io.moneyprinter.codecs.storage.Blob;
import java.util.List;

/**
 * What is to be heard.
 *
 * @param voice the narration of each scene and when it begins
 * @param music plays through, looped when too short; {@code null} for none
 * @param musicDecibels loudness of the music against the voice
 * @param seconds length of the whole
 * @param loudness integrated loudness wanted, LUFS (EBU R 128)
 * @param sounds everything else that is heard
 * @param musicMedia name of a sound file in the brief's collection; taken for {@code music} when
 *     the video is planned
 * @param voiceEffects what is done to the sound of the voice, in this order
 */
public record AudioMix(
    List<Cue> voice,
    Blob music,
    double musicDecibels,
    double seconds,
    double loudness,
    List<Sound> sounds,
    String musicMedia,
    List<VoiceEffect> voiceEffects) {
  /**
   * A narration and when it begins.
   *
   * @param start seconds from the beginning
   * @param media name of a sound file in the brief's collection; taken for {@code audio} when the
   *     video is planned
   */
  public record Cue(Blob audio, double start, String media) {
    public Cue(Blob audio, double start) {
      this(audio, start, null);
    }
  }

  /** What a sound is; decides the stem it goes to. */
  public enum Kind {
    /** What the camera recorded with the picture. */
    @JsonProperty("clip")
    CLIP,
    @JsonProperty("effect")
    EFFECT
  }

  /**
   * A sound beside voice and music.
   *
   * @param audio a sound, or footage whose sound is meant
   * @param start seconds from the beginning
   * @param in where in the file it begins, seconds
   * @param seconds how long it is heard, cut or ended there; {@code null} for the whole file
   * @param decibels against the voice, for an effect; change of its level, for a clip's own sound
   * @param fade seconds of fading in and out; {@code null} for 0.02, against clicks
   * @param speed as that of its footage; {@code null} for 1
   * @param media name of a file in the brief's collection; taken for {@code audio} when the video
   *     is planned
   */
  public record Sound(
      Kind kind,
      Blob audio,
      double start,
      double in,
      Double seconds,
      double decibels,
      Double fade,
      Double speed,
      String media) {}

  public AudioMix {
    voice = voice == null ? List.of() : List.copyOf(voice);
    sounds = sounds == null ? List.of() : List.copyOf(sounds);
    voiceEffects = voiceEffects == null ? List.of() : List.copyOf(voiceEffects);
  }

  /** With the voice as it is. */
  public AudioMix(
      List<Cue> voice,
      Blob music,
      double musicDecibels,
      double seconds,
      double loudness,
      List<Sound> sounds,
      String musicMedia) {
    this(voice, music, musicDecibels, seconds, loudness, sounds, musicMedia, null);
  }

  /** Voice over music, and nothing else. */
  public AudioMix(
      List<Cue> voice, Blob music, double musicDecibels, double seconds, double loudness) {
    this(voice, music, musicDecibels, seconds, loudness, List.of(), null);
  }
}
