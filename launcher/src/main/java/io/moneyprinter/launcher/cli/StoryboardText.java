package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Storyboards as lines of a terminal. */
final class StoryboardText {
  private StoryboardText() {}

  static void board(PrintWriter out, JsonNode board) {
    out.printf(
        "%s  (%s, version %d%s)%n",
        board.path("title").asText(),
        board.path("language").asText(),
        board.path("version").asInt(),
        board.path("awaited").asBoolean() ? ", waits for your agreement" : "");
    int number = 1;
    for (JsonNode scene : board.path("scenes")) {
      scene(out, number++, scene, made(board, scene));
    }
  }

  private static JsonNode made(JsonNode board, JsonNode scene) {
    for (JsonNode made : board.path("made")) {
      if (scene.hasNonNull("origin")
          && made.path("index").asInt() == scene.path("origin").asInt()) {
        return made;
      }
    }
    return board.path("none");
  }

  private static void scene(PrintWriter out, int number, JsonNode scene, JsonNode made) {
    JsonNode told = scene.path("scene");
    out.printf(
        "%3d  %s%s%s%n",
        number,
        scene.path("id").asText(),
        scene.path("locked").asBoolean() ? "  locked" : "",
        made.hasNonNull("seconds")
            ? String.format(Locale.ROOT, "  %.1f s", made.path("seconds").asDouble())
            : "");
    out.println("     " + told.path("narration").asText());
    field(out, "title", told.path("title"));
    field(out, "voice", told.path("voice"));
    List<String> terms = new ArrayList<>();
    told.path("terms").forEach(term -> terms.add(term.asText()));
    if (!terms.isEmpty()) {
      out.println("     terms: " + String.join(", ", terms));
    }
    field(out, "pick", scene.path("pick"));
  }

  private static void field(PrintWriter out, String name, JsonNode value) {
    if (value.isTextual()) {
      out.println("     " + name + ": " + value.asText());
    }
  }

  /** What was found for a scene, the best first. */
  static void clips(PrintWriter out, JsonNode found) {
    for (JsonNode ranked : found.path("candidates")) {
      JsonNode candidate = ranked.path("candidate");
      out.printf(
          Locale.ROOT,
          "%.2f  %-28s %s%n",
          ranked.path("score").asDouble(),
          ranked.path("key").asText(),
          candidate.path("title").asText());
    }
    if (found.path("candidates").isEmpty()) {
      out.println("There are none.");
    }
    found.path("notes").forEach(note -> out.println(note.asText()));
  }
}
