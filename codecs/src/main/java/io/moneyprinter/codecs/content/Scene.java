package io.moneyprinter.codecs.content;

import java.util.List;
import java.util.Objects;

/**
 * One thought of a script: what is said while one picture shows.
 *
 * @param index place in the script, from 0
 * @param narration what the voice says
 * @param terms what the picture should show, English, most telling first
 * @param title a few words to show large; may be {@code null}
 * @param visual what the camera shows, one English sentence; may be {@code null}
 */
public record Scene(int index, String narration, List<String> terms, String title, String visual) {
  public Scene {
    Objects.requireNonNull(narration, "narration");
    terms = terms == null ? List.of() : List.copyOf(terms);
  }

  /** Without a hint for the camera. */
  public Scene(int index, String narration, List<String> terms, String title) {
    this(index, narration, terms, title, null);
  }
}
