package io.moneyprinter.codecs.speech;

import java.util.List;
import java.util.Map;

/**
 * What is said of all the narration of a video, beside its voice and rate.
 *
 * @param pitch semitones above (or below) the voice's own, -12 to 12; absent for 0
 * @param voices who speaks behind a mark such as {@code Anna:} in the text: a voice id by name
 * @param lexicon how words are said that a voice gets wrong: the way to read them by how they are
 *     written; goes before the tenant's own lexicon
 * @param effects what is done to the sound of the voice, in this order
 */
public record NarrationBrief(
    Double pitch,
    Map<String, String> voices,
    Map<String, String> lexicon,
    List<VoiceEffect> effects) {
  /** Nothing special. */
  public static final NarrationBrief PLAIN = new NarrationBrief(null, null, null);

  public NarrationBrief {
    voices = voices == null ? Map.of() : Map.copyOf(voices);
    lexicon = lexicon == null ? Map.of() : Map.copyOf(lexicon);
    effects = effects == null ? List.of() : List.copyOf(effects);
  }

  /** With the sound as it is. */
  public NarrationBrief(Double pitch, Map<String, String> voices, Map<String, String> lexicon) {
    this(pitch, voices, lexicon, null);
  }
}
