package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.materials.search.TextQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a scene says of the picture that it wants, the most telling text first. */
final class SceneText {
  private static final double TERM = 1.0;
  private static final double VISUAL = 0.8;
  private static final double TITLE = 0.5;
  private static final double NARRATION = 0.6;

  /** Beside terms, which were made to say what is to be seen, a sentence adds but a shade. */
  private static final double BESIDE_TERMS = 0.3;

  private SceneText() {}

  /**
   * The question for an index.
   *
   * @param language of the narration, BCP 47
   */
  static TextQuery query(Scene scene, String language) {
    List<TextQuery.Part> parts = new ArrayList<>();
    // Terms are English by agreement; where nobody translated them they are the narration's own.
    for (String term : scene.terms()) {
      parts.add(new TextQuery.Part(term, "en", TERM));
      parts.add(new TextQuery.Part(term, language, TERM));
    }
    add(parts, scene.visual(), "en", VISUAL);
    add(parts, scene.title(), language, TITLE);
    add(parts, scene.narration(), language, scene.terms().isEmpty() ? NARRATION : BESIDE_TERMS);
    return new TextQuery(parts, Set.of(), true);
  }

  /** What a scene is about, as one text to be compared by its meaning. */
  static String meaning(Scene scene) {
    String shown = scene.visual() == null ? "" : scene.visual() + ". ";
    return (String.join(", ", scene.terms()) + ". " + shown + scene.narration()).strip();
  }

  /** What a candidate shows, as one text; empty when nothing is told. */
  static String meaning(Candidate candidate) {
    return String.join(
            ". ",
            Stream.of(
                    candidate.title(), String.join(", ", candidate.tags()), candidate.description())
                .filter(text -> !text.isBlank())
                .toList())
        .strip();
  }

  private static void add(List<TextQuery.Part> parts, String text, String language, double weight) {
    if (text != null && !text.isBlank()) {
      parts.add(new TextQuery.Part(text, language, weight));
    }
  }
}
