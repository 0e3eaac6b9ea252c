package io.moneyprinter.codecs.speech;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * A spoken text.
 *
 * @param audio WAV, 16 bit, mono, 48 kHz
 * @param seconds length of the audio
 * @param words every written word with its time, in order
 * @param voice the voice that spoke
 * @param provider who made it
 * @param timing where the word times come from
 * @param note why it is not the voice that was asked for; {@code null} when it is
 */
public record Speech(
    Blob audio,
    double seconds,
    List<WordTiming> words,
    String voice,
    String provider,
    TimingSource timing,
    String note) {
  /** Where word times come from, best first. */
  public enum TimingSource {
    /** The engine that spoke gave them. */
    EXACT,
    /** A second engine's reading was warped onto the audio. */
    ALIGNED,
    /** Spread over the audio by the words' weight. */
    ESTIMATED
  }

  public Speech {
    Objects.requireNonNull(audio, "audio");
    Objects.requireNonNull(voice, "voice");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(timing, "timing");
    words = words == null ? List.of() : List.copyOf(words);
  }

  /** Speech of the voice that was asked for. */
  public Speech(
      Blob audio,
      double seconds,
      List<WordTiming> words,
      String voice,
      String provider,
      TimingSource timing) {
    this(audio, seconds, words, voice, provider, timing, null);
  }

  /** The same speech of a voice that was not asked for. */
  public Speech noting(String why) {
    return new Speech(audio, seconds, words, voice, provider, timing, why);
  }
}
