package io.moneyprinter.codecs.video;

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
 */
public record AudioMix(
    List<Cue> voice, Blob music, double musicDecibels, double seconds, double loudness) {
  /** A sound and when it begins, seconds from the start. */
  public record Cue(Blob audio, double start) {}

  public AudioMix {
    voice = List.copyOf(voice);
  }
}
