package io.moneyprinter.codecs.speech;

import java.util.Objects;

/**
 * A written word and when it sounds.
 *
 * @param text the word as written, with its punctuation
 * @param from first character in the text, inclusive
 * @param to last character in the text, exclusive
 * @param start seconds from the beginning of the audio
 * @param end seconds; never before {@code start}
 */
public record WordTiming(String text, int from, int to, double start, double end) {
  public WordTiming {
    Objects.requireNonNull(text, "text");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("A word cannot sound from " + start + " to " + end);
    }
  }
}
