package io.moneyprinter.content.llm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.content.text.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the script in what a model said. Models think aloud first, wrap JSON in code fences, put
 * words around it, break lines inside strings and mark words up; all of that is seen through.
 */
final class AnswerReader {
  private static final Pattern THOUGHT =
      Pattern.compile(
          "(?is)<(think|thinking|reasoning)>.*?</\\1>|^.*?</(?:think|thinking|reasoning)>");
  private static final Pattern OPEN_THOUGHT =
      Pattern.compile("(?is)<(think|thinking|reasoning)>.*");
  private static final Pattern STAGE_DIRECTION =
      Pattern.compile("\\[[^\\]\\[]{1,60}\\]|\\((?i:music|pause|sound|fade|cut)[^)]{0,50}\\)");
  private static final Pattern SPEAKER =
      Pattern.compile(
          "^(?i:narrator|voice-?over|speaker|scene \\d+)\\s*(?:\\([^)]*\\))?\\s*[:：]\\s*");
  private static final Pattern MARK_UP = Pattern.compile("\\*\\*|__|(?<!\\w)[*_`#]+|[*_`]+(?!\\w)");

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build()
          .reader()
          .without(JsonParser.Feature.AUTO_CLOSE_SOURCE);

  private AnswerReader() {}

  /** The script in an answer, cleaned of everything that a voice should not read. */
  static Draft read(ChatAnswer answer) throws UnusableAnswer {
    String text =
        OPEN_THOUGHT.matcher(THOUGHT.matcher(answer.text()).replaceAll("")).replaceAll("");
    JsonNode found = json(text);
    if (found == null) {
      throw new UnusableAnswer(
          answer.cutOff()
              ? "it was cut off before the end of the JSON; make the script shorter"
              : "it holds no JSON object with a list of scenes");
    }
    return draft(found);
  }

  /** The first value in the text that has scenes, wherever it starts; else {@code null}. */
  private static JsonNode json(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{' || c == '[') {
        try {
          JsonNode tree = JSON.readTree(text.substring(at));
          if (!scenes(tree).isEmpty()) {
            return tree;
          }
        } catch (JsonProcessingException e) {
          continue; // A bracket in prose: the JSON may start further on.
        }
      }
    }
    return null;
  }

  private static JsonNode scenes(JsonNode tree) {
    if (tree.isArray() && tree.path(0).has("narration")) {
      return tree;
    }
    if (tree.path("scenes").isArray()) {
      return tree.path("scenes");
    }
    return tree.path("script").path("scenes");
  }

  private static Draft draft(JsonNode tree) throws UnusableAnswer {
    List<Draft.Part> parts = new ArrayList<>();
    int words = 0;
    for (JsonNode scene : scenes(tree)) {
      String narration = spoken(scene.path("narration").asText(""));
      if (narration.codePoints().noneMatch(Character::isLetterOrDigit)) {
        throw new UnusableAnswer("scene " + (parts.size() + 1) + " has no narration");
      }
      words += narration.split(" ").length;
      parts.add(new Draft.Part(narration, terms(scene.path("terms")), title(scene.path("title"))));
    }
    if (parts.size() > BriefRules.MAX_SCENES || words > BriefRules.MAX_WORDS) {
      throw new UnusableAnswer(
          "it is far too long: " + parts.size() + " scenes, " + words + " words");
    }
    String title = title(tree.path("title"));
    return new Draft(title == null ? "" : title, List.copyOf(parts));
  }

  private static List<String> terms(JsonNode node) {
    List<String> terms = new ArrayList<>();
    for (JsonNode term : node) {
      String plain = spoken(term.asText(""));
      if (!plain.isEmpty() && plain.length() <= 60 && terms.size() < 5 && !terms.contains(plain)) {
        terms.add(plain);
      }
    }
    return List.copyOf(terms);
  }

  private static String title(JsonNode node) {
    String title = node.isTextual() ? spoken(node.asText()) : "";
    return title.isEmpty() ? null : title;
  }

  private static String spoken(String text) {
    String plain = STAGE_DIRECTION.matcher(text).replaceAll(" ");
    plain = MARK_UP.matcher(TextForm.onOneLine(plain)).replaceAll("");
    Matcher speaker = SPEAKER.matcher(plain);
    return TextForm.onOneLine(speaker.replaceFirst(""));
  }
}
