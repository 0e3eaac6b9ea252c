package io.moneyprinter.speech.remote;

/**
 * What a remote voice is asked to say at a time.
 *
 * @param text within the provider's limit
 * @param language BCP 47 tag of the text
 * @param voice as the provider knows it, without the provider's id
 * @param rate speed, 0.5 to 2; 1 is the voice's own
 * @param markup the text with marks, as it stands within {@code <speak>}, already checked; {@code
 *     null} for none
 */
public record Line(String text, String language, String voice, double rate, String markup) {
  /** Plain text. */
  public Line(String text, String language, String voice, double rate) {
    this(text, language, voice, rate, null);
  }
}
