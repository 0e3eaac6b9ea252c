package io.moneyprinter.content.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds scenes in JSON, under whichever names a model gave them. */
final class SceneTree {
  private static final Set<String> LISTS =
      Set.of(
          "scenes",
          "script",
          "segments",
          "parts",
          "paragraphs",
          "sections",
          "videoscript",
          "video");
  private static final Set<String> NARRATIONS =
      Set.of(
          "narration",
          "text",
          "voiceover",
          "voice",
          "script",
          "content",
          "narrator",
          "speech",
          "dialogue",
          "spokentext",
          "paragraph",
          "line");
  private static final Set<String> TERMS =
      Set.of("terms", "searchterms", "keywords", "queries", "imageterms", "tags");
  private static final Set<String> VISUALS =
      Set.of(
          "visual", "visuals", "visualhint", "image", "shot", "visualdescription", "imageprompt");
  private static final Set<String> TITLES = Set.of("title", "heading", "onscreentext", "overlay");
  private static final int MOST_TERMS = 5;
  private static final int LONGEST_TERM = 60;

  private SceneTree() {}

  /** The draft that a value holds; one without scenes where it holds none. */
  static Draft draft(JsonNode tree) {
    List<Draft.Part> parts = scenes(tree, 0).stream().map(SceneTree::part).toList();
    String title =
        tree.isObject() && !alone(tree)
            ? title(field(tree, Set.of("title", "videotitle", "name")))
            : null;
    return new Draft(title == null ? "" : title, parts);
  }

  /** Whether a value is one scene itself, without a list around it. */
  static boolean alone(JsonNode tree) {
    List<JsonNode> scenes = scenes(tree, 0);
    return scenes.size() == 1 && scenes.get(0) == tree;
  }

  private static List<JsonNode> scenes(JsonNode tree, int depth) {
    if (tree.isArray()) {
      return items(tree);
    }
    if (!tree.isObject() || depth > 3) {
      return List.of();
    }
    JsonNode list = field(tree, LISTS);
    if (list != null && list.isArray()) {
      return items(list);
    }
    if (list != null && list.isObject()) {
      List<JsonNode> inner = scenes(list, depth + 1);
      return inner.isEmpty() ? numbered(list) : inner;
    }
    List<JsonNode> numbered = numbered(tree);
    if (!numbered.isEmpty()) {
      return numbered;
    }
    // One scene alone, such as each line of a list without brackets.
    return narration(tree).isEmpty() ? List.of() : List.of(tree);
  }

  private static List<JsonNode> items(JsonNode list) {
    List<JsonNode> scenes = new ArrayList<>();
    for (JsonNode item : list) {
      boolean told =
          item.isObject() && !narration(item).isEmpty()
              || item.isTextual() && SpokenText.of(item.asText()).split("\\s+").length > 3;
      if (told || item.isObject()) {
        scenes.add(item);
      }
    }
    boolean texts = scenes.stream().allMatch(JsonNode::isTextual);
    boolean any =
        texts
            ? scenes.size() > 1 // else a list of terms in prose would do
            : scenes.stream().anyMatch(scene -> !scene.isTextual() && !narration(scene).isEmpty());
    return any ? scenes : List.of();
  }

  /** {@code {"scene1": …, "scene2": …}} or {@code {"1": …}}, in the order written. */
  private static List<JsonNode> numbered(JsonNode tree) {
    List<JsonNode> scenes = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> it = tree.fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> field = it.next();
      if (plain(field.getKey()).matches("(?:scene|part|segment|paragraph)?\\d{1,3}")) {
        scenes.add(field.getValue());
      }
    }
    return scenes;
  }

  private static Draft.Part part(JsonNode scene) {
    if (scene.isTextual()) {
      return new Draft.Part(SpokenText.of(scene.asText()), List.of(), null, null);
    }
    JsonNode visual = field(scene, VISUALS);
    return new Draft.Part(
        narration(scene),
        terms(field(scene, TERMS)),
        visual != null && visual.isTextual() ? title(visual) : null,
        title(field(scene, TITLES)));
  }

  private static String narration(JsonNode scene) {
    JsonNode told = scene.get("narration");
    told = told != null ? told : field(scene, NARRATIONS);
    if (told == null) {
      return "";
    }
    if (told.isArray()) {
      List<String> lines = new ArrayList<>();
      told.forEach(line -> lines.add(SpokenText.of(line.asText(""))));
      return String.join(" ", lines).strip();
    }
    return told.isTextual() ? SpokenText.of(told.asText()) : "";
  }

  private static List<String> terms(JsonNode node) {
    List<String> terms = new ArrayList<>();
    if (node == null) {
      return terms;
    }
    List<String> written = new ArrayList<>();
    if (node.isTextual()) {
      written.addAll(List.of(node.asText().split("[,;，、\\n]")));
    } else {
      node.forEach(term -> written.add(term.asText("")));
    }
    for (String term : written) {
      String plain = SpokenText.of(term);
      boolean usable = !plain.isEmpty() && plain.length() <= LONGEST_TERM;
      if (usable && terms.size() < MOST_TERMS && !terms.contains(plain)) {
        terms.add(plain);
      }
    }
    return terms;
  }

  private static String title(JsonNode node) {
    String title = node != null && node.isTextual() ? SpokenText.of(node.asText()) : "";
    return title.isEmpty() || title.equalsIgnoreCase("null") ? null : title;
  }

  private static JsonNode field(JsonNode object, Set<String> names) {
    for (Iterator<Map.Entry<String, JsonNode>> it = object.fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> field = it.next();
      if (names.contains(plain(field.getKey()))) {
        return field.getValue();
      }
    }
    return null;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
