package io.moneyprinter.codecs.speech;

import java.util.Objects;

/**
 * Speaks a text.
 *
 * @param text what to say
 * @param language BCP 47 tag
 * @param voice a voice id, or {@code auto} for the best one of the language
 * @param rate speed, 0.5 to 2.0
 */
public record Synthesize(String text, String language, String voice, double rate) {
  public Synthesize {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(voice, "voice");
  }
}
