package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bindings' small language: {@code $root.component[*].component}, {@code sum(path)},
 * {@code a + b}, {@code a ?? b}. A text that begins with neither {@code $} nor {@code sum(} is
 * itself; {@code $$} stands for a dollar sign at its beginning.
 */
final class ExpressionReader {
  private static final Pattern PATH =
      Pattern.compile("\\$([a-z][a-z0-9-]*)((?:\\.[A-Za-z]\\w*|\\[\\*])*)");
  private static final Pattern SEGMENT = Pattern.compile("\\.([A-Za-z]\\w*)|\\[\\*]");
  private static final Pattern SUM = Pattern.compile("sum\\(\\s*(.*?)\\s*\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private ExpressionReader() {}

  /** Reads a value of the file; one that is not understood is an IllegalArgumentException. */
  static Expression read(JsonNode written) {
    if (written.isContainerNode()) {
      throw new IllegalArgumentException(
          "a binding is an expression such as $input.voice or a plain value, not a list or map");
    }
    return written.isTextual() ? read(written.textValue()) : new Expression.Literal(written);
  }

  static Expression read(String text) {
    if (text.startsWith("$$")) {
      return new Expression.Literal(TextNode.valueOf(text.substring(1)));
    }
    if (!text.startsWith("$") && !text.startsWith("sum(")) {
      return new Expression.Literal(TextNode.valueOf(text));
    }
    int either = text.indexOf("??");
    return either < 0
        ? terms(text)
        : new Expression.Either(
            terms(text.substring(0, either).strip()), other(text.substring(either + 2).strip()));
  }

  /** What comes after {@code ??}: another expression, or a plain value. */
  private static Expression other(String text) {
    return switch (text) {
      case "null" -> new Expression.Literal(NullNode.instance);
      case "true", "false" -> new Expression.Literal(BooleanNode.valueOf(text.equals("true")));
      default -> WHOLE.matcher(text).matches() ? whole(text) : number(text);
    };
  }

  private static Expression whole(String text) {
    return new Expression.Literal(LongNode.valueOf(Long.parseLong(text)));
  }

  private static Expression number(String text) {
    return NUMBER.matcher(text).matches() ? term(text, text) : read(text);
  }

  private static Expression terms(String text) {
    Expression whole = null;
    for (String term : text.split("\\+", -1)) {
      Expression next = term(term.strip(), text);
      whole = whole == null ? next : new Expression.Plus(whole, next);
    }
    return whole;
  }

  private static Expression term(String term, String text) {
    if (NUMBER.matcher(term).matches()) {
      return new Expression.Literal(DoubleNode.valueOf(Double.parseDouble(term)));
    }
    Matcher sum = SUM.matcher(term);
    return sum.matches() ? new Expression.Sum(path(sum.group(1), text)) : path(term, text);
  }

  private static ValuePath path(String term, String text) {
    Matcher path = PATH.matcher(term);
    if (!path.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not understood: write $input.voice, $script.scenes, $speech[*].seconds,"
              + " sum($list[*].number) or a sum of these with +");
    }
    List<String> segments = new ArrayList<>();
    Matcher segment = SEGMENT.matcher(path.group(2));
    while (segment.find()) {
      segments.add(segment.group(1) == null ? ValuePath.EVERY : segment.group(1));
    }
    return new ValuePath(path.group(1), segments);
  }
}
