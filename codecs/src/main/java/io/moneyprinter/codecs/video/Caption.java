package io.moneyprinter.codecs.video;

import java.util.List;

/**
 * A phrase shown together.
 *
 * @param start first frame it shows
 * @param end frame it is gone
 * @param words in the order of writing
 */
public record Caption(int start, int end, List<Word> words) {
  /** A word and the frames from {@code start} up to {@code end} in which it is spoken. */
  public record Word(String text, int start, int end) {}

  public Caption {
    words = List.copyOf(words);
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("A caption cannot show from " + start + " to " + end);
    }
  }

  /** The phrase as one line. */
  public String text() {
    StringBuilder line = new StringBuilder();
    for (Word word : words) {
      line.append(line.isEmpty() ? "" : " ").append(word.text());
    }
    return line.toString();
  }
}
