package io.moneyprinter.content.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;

/**
 * Reads what models write when they mean JSON: quotes of any kind around and inside of strings,
 * names without quotes, Python's words, line breaks in strings, comments, missing and trailing
 * commas, missing brackets at the end. Never gives up; {@link #complete} says whether the value was
 * closed.
 */
final class LooseJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String OPENING = LooseString.OPENING;
  private static final String DEPTH = "It is nested too deeply";
  private static final int DEEPEST = 32;

  private final String text;
  private int at;
  private boolean complete = true;

  LooseJson(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** Whether every bracket and string that was opened was closed. */
  boolean complete() {
    return complete;
  }

  /** Where the value ended. */
  int end() {
    return at;
  }

  JsonNode value() {
    return value(0);
  }

  private JsonNode value(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(DEPTH);
    }
    skip();
    if (at >= text.length()) {
      complete = false;
      return NullNode.instance;
    }
    char c = text.charAt(at);
    if (c == '{') {
      return object(depth);
    }
    if (c == '[') {
      return array(depth);
    }
    return OPENING.indexOf(c) >= 0 ? TextNode.valueOf(string()) : bare();
  }

  private JsonNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    at++;
    while (true) {
      skip();
      if (at >= text.length()) {
        complete = false;
        return object;
      }
      char c = text.charAt(at);
      if (c == '}') {
        at++;
        return object;
      }
      if (c == ']') {
        return object; // A brace was forgotten: the bracket belongs to the list around.
      }
      int before = at;
      String name = OPENING.indexOf(c) >= 0 ? string() : word();
      skip();
      if (at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '：')) {
        at++;
        object.set(name, value(depth + 1));
      }
      if (at == before) {
        at++;
      }
    }
  }

  private JsonNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    at++;
    while (true) {
      skip();
      if (at >= text.length()) {
        complete = false;
        return array;
      }
      char c = text.charAt(at);
      if (c == ']') {
        at++;
        return array;
      }
      if (c == '}') {
        return array;
      }
      int before = at;
      array.add(value(depth + 1));
      if (at == before) {
        at++;
      }
    }
  }

  private String string() {
    LooseString string = LooseString.read(text, at);
    at = string.end();
    complete &= string.complete();
    return string.value();
  }

  private String word() {
    int from = at;
    while (at < text.length() && ",:：{}[]\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at).strip();
  }

  private JsonNode bare() {
    String word = word();
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "null", "none", "nil", "undefined", "" -> NullNode.instance;
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> TextNode.valueOf(word);
    };
  }

  /** Passes over white space, commas and comments. */
  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == ',' || c == '，' || c == '\ufeff') {
        at++;
      } else if (text.startsWith("//", at)) {
        at = ends("\n");
      } else if (text.startsWith("/*", at)) {
        at = ends("*/");
      } else {
        return;
      }
    }
  }

  private int ends(String mark) {
    int found = text.indexOf(mark, at + 2);
    return found < 0 ? text.length() : found + mark.length();
  }
}
