package io.moneyprinter.codecs.content;

import java.util.List;
import java.util.Objects;

/**
 * A finished text, cut into scenes.
 *
 * @param title name of the video
 * @param language BCP 47 tag
 * @param scenes in order, at least one
 * @param writer who wrote it: {@code user}, or provider and model
 * @param tokens tokens a language model was paid for; 0 when none was asked
 */
public record Script(String title, String language, List<Scene> scenes, String writer, int tokens) {
  public Script {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(writer, "writer");
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
  }
}
