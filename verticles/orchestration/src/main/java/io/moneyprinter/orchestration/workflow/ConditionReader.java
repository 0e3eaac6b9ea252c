package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions: {@code $input.rate > 1.5 and not ($input.voice == null or $script.language ==
 * 'de')}. {@code not} binds closest, then {@code and}, then {@code or}.
 */
final class ConditionReader {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\$[a-z][a-z0-9-]*(?:\\.[A-Za-z]\\w*|\\[\\*])*|sum\\([^)]*\\)|-?\\d+(?:\\.\\d+)?"
              + "|'[^']*'|\"[^\"]*\"|==|!=|<=|>=|<|>|\\(|\\)|[a-z]+)\\s*");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private ConditionReader(String text) {
    this.text = text;
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && token.find(end) && token.start() == end) {
      tokens.add(token.group(1));
      end = token.end();
    }
    if (end < text.length()) {
      throw unclear();
    }
  }

  /** Reads a condition; one that is not understood is an IllegalArgumentException. */
  static Condition read(String text) {
    ConditionReader reader = new ConditionReader(text.strip());
    Condition whole = reader.any();
    if (reader.at < reader.tokens.size()) {
      throw reader.unclear();
    }
    return whole;
  }

  private Condition any() {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (took("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Several(parts, false);
  }

  private Condition all() {
    List<Condition> parts = new ArrayList<>(List.of(one()));
    while (took("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Several(parts, true);
  }

  private Condition one() {
    if (took("not")) {
      return new Condition.Not(one());
    }
    if (took("(")) {
      Condition inner = any();
      if (!took(")")) {
        throw unclear();
      }
      return inner;
    }
    Expression left = operand();
    Optional<Comparator> by =
        Arrays.stream(Comparator.values()).filter(sign -> took(sign.sign())).findFirst();
    return by.isPresent()
        ? new Condition.Comparison(left, by.get(), operand())
        : new Condition.Flag(left);
  }

  private Expression operand() {
    if (at == tokens.size()) {
      throw unclear();
    }
    String token = tokens.get(at++);
    if (token.startsWith("$") || token.startsWith("sum(")) {
      return ExpressionReader.read(token);
    }
    if (token.startsWith("'") || token.startsWith("\"")) {
      return new Expression.Literal(TextNode.valueOf(token.substring(1, token.length() - 1)));
    }
    if (token.matches("-?\\d.*")) {
      return new Expression.Literal(DoubleNode.valueOf(Double.parseDouble(token)));
    }
    return switch (token) {
      case "null" -> new Expression.Literal(NullNode.instance);
      case "true", "false" -> new Expression.Literal(BooleanNode.valueOf(token.equals("true")));
      default -> throw unclear();
    };
  }

  private boolean took(String token) {
    boolean here = at < tokens.size() && tokens.get(at).equals(token);
    at += here ? 1 : 0;
    return here;
  }

  private IllegalArgumentException unclear() {
    return new IllegalArgumentException(
        "when: '"
            + text
            + "' is not understood: write $input.voice == null, $input.rate > 1.5,"
            + " $script.language != 'de', and join such with and, or, not and parentheses");
  }
}
