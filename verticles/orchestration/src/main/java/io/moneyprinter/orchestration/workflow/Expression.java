package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a binding says: where the value of one component of a request comes from. */
public sealed interface Expression
    permits Expression.Literal, ValuePath, Expression.Sum, Expression.Plus, Expression.Either {
  /** The names that must have a value: {@code input}, {@code each}, {@code index} or a step. */
  Set<String> roots();

  /**
   * The type of its value, given the types of the roots; empty where the type depends on what is
   * wanted (a literal).
   *
   * @throws IllegalArgumentException with a sentence when no value can be had this way
   */
  Optional<JavaType> type(Map<String, JavaType> roots);

  /** Its value, given the values of the roots. What is absent is JSON null. */
  JsonNode evaluate(Map<String, JsonNode> roots);

  /**
   * Whether its value may be null, or made of a null, when these roots are; what is null for other
   * reasons does not count.
   */
  boolean mayBeNull(Set<String> absent);

  /** A plain value. */
  record Literal(JsonNode value) implements Expression {
    @Override
    public Set<String> roots() {
      return Set.of();
    }

    @Override
    public Optional<JavaType> type(Map<String, JavaType> roots) {
      return Optional.empty();
    }

    @Override
    public JsonNode evaluate(Map<String, JsonNode> roots) {
      return value;
    }

    @Override
    public boolean mayBeNull(Set<String> absent) {
      return false;
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** The sum of a list of numbers. */
  record Sum(ValuePath list) implements Expression {
    @Override
    public Set<String> roots() {
      return list.roots();
    }

    @Override
    public Optional<JavaType> type(Map<String, JavaType> roots) {
      JavaType type = list.type(roots).orElseThrow();
      if (!type.isCollectionLikeType() || !Types.isNumber(type.getContentType())) {
        throw new IllegalArgumentException(
            "sum wants a list of numbers, but " + list + " is " + Types.name(type));
      }
      return Optional.of(Types.DOUBLE);
    }

    @Override
    public JsonNode evaluate(Map<String, JsonNode> roots) {
      double sum = 0;
      for (JsonNode item : list.evaluate(roots)) {
        sum += item.asDouble();
      }
      return DoubleNode.valueOf(sum);
    }

    @Override
    public boolean mayBeNull(Set<String> absent) {
      return false;
    }

    @Override
    public String toString() {
      return "sum(" + list + ")";
    }
  }

  /** Two numbers together. */
  record Plus(Expression left, Expression right) implements Expression {
    @Override
    public Set<String> roots() {
      Set<String> both = new TreeSet<>(left.roots());
      both.addAll(right.roots());
      return both;
    }

    @Override
    public Optional<JavaType> type(Map<String, JavaType> roots) {
      for (Expression side : List.of(left, right)) {
        JavaType type = side.type(roots).orElse(Types.DOUBLE);
        if (!Types.isNumber(type)) {
          throw new IllegalArgumentException(
              "+ wants numbers, but " + side + " is " + Types.name(type));
        }
      }
      return Optional.of(Types.DOUBLE);
    }

    @Override
    public JsonNode evaluate(Map<String, JsonNode> roots) {
      return DoubleNode.valueOf(left.evaluate(roots).asDouble() + right.evaluate(roots).asDouble());
    }

    @Override
    public boolean mayBeNull(Set<String> absent) {
      return left.mayBeNull(absent) || right.mayBeNull(absent);
    }

    @Override
    public String toString() {
      return left + " + " + right;
    }
  }

  /** The first, or the second where the first is null. */
  record Either(Expression first, Expression second) implements Expression {
    @Override
    public Set<String> roots() {
      Set<String> both = new TreeSet<>(first.roots());
      both.addAll(second.roots());
      return both;
    }

    @Override
    public Optional<JavaType> type(Map<String, JavaType> roots) {
      Optional<JavaType> type = first.type(roots);
      Optional<JavaType> other = second.type(roots);
      boolean fits =
          type.isEmpty()
              || (other.isPresent()
                  ? Types.fits(other.get(), type.get())
                  : Types.fits(((Literal) second).value(), type.get()));
      if (!fits) {
        throw new IllegalArgumentException(
            "?? wants two of one type, but "
                + second
                + " does not fit "
                + first
                + ", which is "
                + Types.name(type.get()));
      }
      return type.isPresent() ? type : other;
    }

    @Override
    public JsonNode evaluate(Map<String, JsonNode> roots) {
      JsonNode value = first.evaluate(roots);
      return value.isNull() ? second.evaluate(roots) : value;
    }

    @Override
    public boolean mayBeNull(Set<String> absent) {
      return first.mayBeNull(absent) && second.mayBeNull(absent);
    }

    @Override
    public String toString() {
      return first + " ?? " + second;
    }
  }
}
