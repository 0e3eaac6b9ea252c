package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Voice;

/**
 * What a provider is asked to say.
 *
 * @param language BCP 47 tag of the text
 * @param voice one of the provider's own
 * @param rate speed, 0.5 to 2; 1 is the voice's own
 * @param markup the text with marks of how it is spoken, for a voice that {@linkplain
 *     SpeechProvider#reads reads} them; {@code null} for none
 */
public record SpeechRequest(
    String text, String language, Voice voice, double rate, SpeechMarkup markup) {
  /** Plain text. */
  public SpeechRequest(String text, String language, Voice voice, double rate) {
    this(text, language, voice, rate, null);
  }
}
