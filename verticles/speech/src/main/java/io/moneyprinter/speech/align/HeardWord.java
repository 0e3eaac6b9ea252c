package io.moneyprinter.speech.align;

import java.util.Objects;

/**
 * A word as a speech service says that it spoke it; often not cut as the text is.
 *
 * @param text as the service gives it
 * @param start seconds from the beginning of the audio
 * @param end seconds
 */
public record HeardWord(String text, double start, double end) {
  public HeardWord {
    Objects.requireNonNull(text, "text");
  }
}
