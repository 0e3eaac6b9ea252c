package io.moneyprinter.content.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.content.model.ModelAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the script in what a model said. Models think aloud first, wrap JSON in code fences, put
 * words around it, break it in every way and mark words up; all of that is seen through, and no
 * word of the script is lost.
 */
final class AnswerReader {
  private final String language;

  /**
   * @param language BCP 47 tag of the script that was asked for
   */
  AnswerReader(String language) {
    this.language = language;
  }

  /** The script in an answer, cleaned of everything that a voice should not read. */
  Draft read(ModelAnswer answer) throws UnusableAnswer {
    Found found = json(Thoughts.without(answer.text()));
    if (found == null) {
      // A thought that was never closed may hold the answer.
      found = json(answer.text());
    }
    if (found == null || !found.complete() && answer.cutOff()) {
      throw new UnusableAnswer(problem(answer));
    }
    return checked(found.draft());
  }

  /** The script in an answer that is no JSON at all: for models that cannot be held to it. */
  Draft readProse(ModelAnswer answer) throws UnusableAnswer {
    if (answer.cutOff()) {
      throw new UnusableAnswer(problem(answer));
    }
    String text = Thoughts.without(answer.text());
    if (text.strip().matches("(?s)(?:\\{|\\[\\s*[\"'{]).*")) {
      throw new UnusableAnswer(problem(answer));
    }
    return checked(ProseReader.read(text, language));
  }

  private static String problem(ModelAnswer answer) {
    String text = Thoughts.without(answer.text()).strip();
    if (answer.cutOff()) {
      return "it was cut off before the end of the JSON; make the script shorter";
    }
    if (text.isEmpty()) {
      return "it is empty";
    }
    return Refusals.refuses(text)
        ? "it declines instead of writing: " + text.lines().findFirst().orElse("")
        : "it holds no JSON object with a list of scenes";
  }

  /**
   * A value with scenes.
   *
   * @param complete whether it was closed
   */
  private record Found(Draft draft, boolean complete) {}

  /**
   * The last value with scenes, wherever it starts: what comes before it is a draft of it. Scenes
   * that stand one after the other without a list around them belong together.
   */
  private static Found json(String text) {
    Found last = null;
    List<Draft.Part> loose = new ArrayList<>();
    boolean complete = true;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      LooseJson reader = new LooseJson(text, at);
      JsonNode value = c == '{' || c == '[' ? value(reader) : NullNode.instance;
      Draft draft = SceneTree.draft(value);
      if (draft.scenes().isEmpty()) {
        at++;
        continue;
      }
      if (SceneTree.alone(value)) {
        loose.addAll(draft.scenes());
        complete = reader.complete();
      } else {
        last = new Found(draft, reader.complete());
        loose.clear();
      }
      at = Math.max(reader.end(), at + 1);
    }
    if (!loose.isEmpty() && (last == null || loose.size() > 1)) {
      return new Found(new Draft(last == null ? "" : last.draft().title(), loose), complete);
    }
    return last == null ? quoted(text) : last;
  }

  private static JsonNode value(LooseJson reader) {
    try {
      return reader.value();
    } catch (IllegalArgumentException nestedTooDeeply) {
      return NullNode.instance;
    }
  }

  /** JSON that was put into a JSON string: the quotes of the inner one are escaped. */
  private static Found quoted(String text) {
    String plain = text.strip();
    if (!plain.startsWith("\"")) {
      return null;
    }
    JsonNode inner = new LooseJson(plain, 0).value();
    return inner.isTextual() && inner.asText().contains("{") ? json(inner.asText()) : null;
  }

  private Draft checked(Draft draft) throws UnusableAnswer {
    int words = 0;
    for (int i = 0; i < draft.scenes().size(); i++) {
      String narration = draft.scenes().get(i).narration();
      if (!SpokenText.sayable(narration)) {
        throw new UnusableAnswer("scene " + (i + 1) + " has no narration");
      }
      words += narration.split(" ").length;
    }
    if (draft.scenes().size() > BriefRules.MAX_SCENES || words > BriefRules.MAX_WORDS) {
      throw new UnusableAnswer(
          "it is far too long: " + draft.scenes().size() + " scenes, " + words + " words");
    }
    if (Refusals.refuses(draft.narration())) {
      throw new UnusableAnswer("it declines instead of writing");
    }
    Optional<String> otherLanguage = LanguageCheck.problem(draft.narration(), language);
    if (otherLanguage.isPresent()) {
      throw new UnusableAnswer(otherLanguage.get());
    }
    return draft;
  }
}
