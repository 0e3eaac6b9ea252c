package io.moneyprinter.codecs.video;

import java.util.List;

/**
 * One scene as the user wrote it.
 *
 * @param narration what the voice says; required
 * @param terms what the picture should show, English; absent to derive them
 * @param title a few words to show large; may be absent
 */
public record SceneBrief(String narration, List<String> terms, String title) {
  public SceneBrief {
    terms = terms == null ? List.of() : List.copyOf(terms);
  }
}
