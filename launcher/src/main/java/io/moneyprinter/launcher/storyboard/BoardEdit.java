package io.moneyprinter.launcher.storyboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Changes of a storyboard as the API shows it. A scene is named by its id or its number, from 1. A
 * locked scene can be moved and unlocked, and nothing else. Not safe for several threads.
 */
public final class BoardEdit {
  private static final int MOST_TERMS = 8;

  private final ObjectNode board;
  private final ArrayNode scenes;

  /**
   * @param shown the storyboard; it is left as it is
   */
  public BoardEdit(JsonNode shown) {
    board = RecordJson.wire().createObjectNode().put("title", shown.path("title").asText());
    scenes = board.putArray("scenes");
    shown.path("scenes").forEach(scene -> scenes.add(scene.deepCopy()));
  }

  /** What is sent. */
  public String body() {
    return board.toString();
  }

  /** Names the whole video. */
  public void rename(String title) {
    board.put("title", title);
  }

  /** The id of a scene that is named by it or by its number. */
  public String id(String named) {
    return scenes.get(place(named)).path("id").asText();
  }

  /** A scene to be changed; fails with {@code CONFLICT} where it is locked. */
  public ObjectNode open(String named) {
    ObjectNode scene = scene(named);
    if (scene.path("locked").asBoolean()) {
      throw ServiceFailure.conflict("Scene " + named + " is locked: unlock it first (--unlock)");
    }
    return scene;
  }

  /** What is told in a scene to be changed. */
  public ObjectNode told(String named) {
    return (ObjectNode) open(named).get("scene");
  }

  public void lock(String named, boolean locked) {
    scene(named).put("locked", locked);
  }

  /**
   * Puts a scene elsewhere.
   *
   * @param number its place afterwards, from 1; beyond the end is the end
   */
  public void move(String named, int number) {
    JsonNode scene = scenes.remove(place(named));
    scenes.insert(Math.max(0, Math.min(scenes.size(), number - 1)), scene);
  }

  /** Takes a scene out; the last one stays. */
  public void remove(String named) {
    open(named);
    if (scenes.size() == 1) {
      throw ServiceFailure.conflict("This is the only scene: a video has at least one");
    }
    scenes.remove(place(named));
  }

  /**
   * Cuts a scene in two; large words stay with the first.
   *
   * @param before the last words of the first part, which are there once
   */
  public void split(String named, String before) {
    ObjectNode told = told(named);
    String narration = told.path("narration").asText();
    int at = narration.indexOf(before);
    if (at < 0 || narration.indexOf(before, at + 1) >= 0) {
      throw ServiceFailure.invalid(
          "", "--after takes words that are in the scene exactly once: " + narration);
    }
    int cut = at + before.length();
    String rest = narration.substring(cut).strip();
    if (rest.isEmpty()) {
      throw ServiceFailure.invalid("", "Nothing is left behind these words: take earlier ones");
    }
    ObjectNode second = RecordJson.wire().createObjectNode();
    second.put("id", "n" + UUID.randomUUID().toString().substring(0, 12).replace("-", ""));
    ObjectNode copy = told.deepCopy().put("narration", rest);
    copy.remove("title");
    second.set("scene", copy);
    second.put("locked", false);
    told.put("narration", narration.substring(0, cut).strip());
    scenes.insert(place(named) + 1, second);
  }

  /** Makes one scene of it and the next. */
  public void merge(String named) {
    int at = place(named);
    if (at + 1 >= scenes.size()) {
      throw ServiceFailure.conflict("There is no scene behind this one to be joined with it");
    }
    ObjectNode first = told(named);
    String next = scenes.get(at + 1).path("id").asText();
    JsonNode second = told(next);
    first.put(
        "narration",
        (first.path("narration").asText() + " " + second.path("narration").asText()).strip());
    Set<String> terms = new LinkedHashSet<>();
    first.path("terms").forEach(term -> terms.add(term.asText()));
    second.path("terms").forEach(term -> terms.add(term.asText()));
    ArrayNode kept = first.putArray("terms");
    terms.stream().limit(MOST_TERMS).forEach(kept::add);
    scenes.remove(at + 1);
  }

  private ObjectNode scene(String named) {
    return (ObjectNode) scenes.get(place(named));
  }

  private int place(String named) {
    for (int i = 0; i < scenes.size(); i++) {
      if (scenes.get(i).path("id").asText().equals(named)
          || Integer.toString(i + 1).equals(named)) {
        return i;
      }
    }
    throw ServiceFailure.notFound(
        "There is no scene "
            + named
            + ": name one by its id, or by its number, 1 to "
            + scenes.size());
  }
}
