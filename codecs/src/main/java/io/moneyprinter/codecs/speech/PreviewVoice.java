package io.moneyprinter.codecs.speech;

/**
 * Asks to hear a voice.
 *
 * @param voice an id, a name that {@code Synthesize} takes, or {@code null} for {@code auto}
 * @param language BCP 47 tag of the text; {@code null} for what the voice speaks
 * @param text what to say, at most 300 characters; {@code null} for a sample sentence
 * @param rate speed, 0.5 to 2.0; {@code null} for 1
 */
public record PreviewVoice(String voice, String language, String text, Double rate) {
  public static final int LONGEST_TEXT = 300;
}
