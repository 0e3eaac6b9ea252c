package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Voice;
import java.util.List;
import java.util.Objects;

/**
 * What a provider is asked to say.
 *
 * @param language BCP 47 tag of the text
 * @param voice one of the provider's own
 * @param rate speed, 0.5 to 2; 1 is the voice's own
 * @param markup the text with marks of how it is spoken, for a voice that {@linkplain
 *     SpeechProvider#reads reads} them; {@code null} for none
 * @param part where in a longer text it stands, for a recording of that; {@code null} where it
 *     stands by itself
 */
public record SpeechRequest(
    String text, String language, Voice voice, double rate, SpeechMarkup markup, Part part) {
  /**
   * A text among others that are said one after the other.
   *
   * @param texts all of them
   * @param index its place, from 0
   */
  public record Part(List<String> texts, int index) {
    private static final String BETWEEN = "\n\n";

    public Part {
      texts = List.copyOf(texts);
      Objects.checkIndex(index, texts.size());
    }

    /** All of them, as paragraphs. */
    public String whole() {
      return String.join(BETWEEN, texts);
    }

    /** Where the text begins in the whole. */
    public int from() {
      return texts.subList(0, index).stream().mapToInt(t -> t.length() + BETWEEN.length()).sum();
    }
  }

  /** Plain text. */
  public SpeechRequest(String text, String language, Voice voice, double rate) {
    this(text, language, voice, rate, null, null);
  }
}
