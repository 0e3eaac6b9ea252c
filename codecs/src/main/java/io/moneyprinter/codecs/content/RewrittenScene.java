package io.moneyprinter.codecs.content;

import java.util.List;
import java.util.Objects;

/**
 * A scene said otherwise.
 *
 * @param narration what the voice says
 * @param terms what the picture should show, English, most telling first
 * @param title a few words to show large; {@code null} for none
 * @param writer provider and model
 * @param tokens that the model was paid for
 */
public record RewrittenScene(
    String narration, List<String> terms, String title, String writer, int tokens) {
  public RewrittenScene {
    Objects.requireNonNull(narration, "narration");
    Objects.requireNonNull(writer, "writer");
    terms = terms == null ? List.of() : List.copyOf(terms);
  }
}
