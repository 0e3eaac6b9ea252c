package io.moneyprinter.speech.provider;

/**
 * When a word sounds.
 *
 * @param start seconds
 * @param end seconds, not before {@code start}
 */
public record Span(double start, double end) {
  public Span {
    if (end < start) {
      throw new IllegalArgumentException(
          "A span cannot end before it starts: " + start + ", " + end);
    }
  }

  /** The same span of a sound whose seconds were multiplied. */
  public Span times(double factor) {
    return new Span(start * factor, end * factor);
  }
}
