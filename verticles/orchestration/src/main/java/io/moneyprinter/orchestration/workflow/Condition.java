package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a step is to be done. */
public sealed interface Condition {
  /** The names that must have a value. */
  Set<String> roots();

  /** Fails with IllegalArgumentException and a sentence where it makes no sense of the types. */
  void check(Map<String, JavaType> roots);

  boolean holds(Map<String, JsonNode> roots);

  /** What has to hold all together. */
  default Set<Condition> conjuncts() {
    return Set.of(this);
  }

  /** A value that is true or false; null counts as false. */
  record Flag(Expression value) implements Condition {
    @Override
    public Set<String> roots() {
      return value.roots();
    }

    @Override
    public void check(Map<String, JavaType> roots) {
      Optional<JavaType> type = value.type(roots);
      boolean literal = value instanceof Expression.Literal plain && plain.value().isBoolean();
      if (type.isPresent() ? !Types.isBoolean(type.get()) : !literal) {
        throw new IllegalArgumentException(
            "when wants true or false, but "
                + value
                + (type.isPresent() ? " is " + Types.name(type.get()) : " is not"));
      }
    }

    @Override
    public boolean holds(Map<String, JsonNode> roots) {
      return value.evaluate(roots).asBoolean(false);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** Two values compared. An order of anything but two numbers does not hold. */
  record Comparison(Expression left, Comparator by, Expression right) implements Condition {
    @Override
    public Set<String> roots() {
      Set<String> both = new TreeSet<>(left.roots());
      both.addAll(right.roots());
      return both;
    }

    @Override
    public void check(Map<String, JavaType> roots) {
      JavaType one = left.type(roots).orElse(null);
      JavaType other = right.type(roots).orElse(null);
      for (Expression side : by.ordered() ? List.of(left, right) : List.<Expression>of()) {
        boolean number =
            side.type(roots)
                .map(Types::isNumber)
                .orElseGet(() -> ((Expression.Literal) side).value().isNumber());
        if (!number) {
          throw new IllegalArgumentException(
              "when compares with " + by.sign() + ", which wants numbers, but " + side + " is not");
        }
      }
      if (!comparable(left, one, right, other)) {
        throw new IllegalArgumentException(
            "when compares " + left + " with " + right + ", which are never equal");
      }
    }

    private static boolean comparable(
        Expression left, JavaType one, Expression right, JavaType other) {
      if (one == null && other == null) {
        return true;
      }
      if (one != null && other != null) {
        return Types.isNumber(one) && Types.isNumber(other)
            || Types.fits(one, other)
            || Types.fits(other, one);
      }
      JsonNode literal = ((Expression.Literal) (one == null ? left : right)).value();
      JavaType type = one == null ? other : one;
      return literal.isNull()
          || literal.isNumber() && Types.isNumber(type)
          || Types.fits(literal, type);
    }

    @Override
    public boolean holds(Map<String, JsonNode> roots) {
      return by.holds(left.evaluate(roots), right.evaluate(roots));
    }

    @Override
    public String toString() {
      return left + " " + by.sign() + " " + right;
    }
  }

  /** All of them, or any of them. */
  record Several(List<Condition> parts, boolean all) implements Condition {
    public Several {
      parts = List.copyOf(parts);
    }

    @Override
    public Set<String> roots() {
      Set<String> names = new TreeSet<>();
      parts.forEach(part -> names.addAll(part.roots()));
      return names;
    }

    @Override
    public void check(Map<String, JavaType> roots) {
      parts.forEach(part -> part.check(roots));
    }

    @Override
    public boolean holds(Map<String, JsonNode> roots) {
      return all
          ? parts.stream().allMatch(part -> part.holds(roots))
          : parts.stream().anyMatch(part -> part.holds(roots));
    }

    @Override
    public Set<Condition> conjuncts() {
      return all ? Set.copyOf(parts) : Set.of(this);
    }

    @Override
    public String toString() {
      return String.join(all ? " and " : " or ", parts.stream().map(p -> "(" + p + ")").toList());
    }
  }

  /** The contrary. */
  record Not(Condition part) implements Condition {
    @Override
    public Set<String> roots() {
      return part.roots();
    }

    @Override
    public void check(Map<String, JavaType> roots) {
      part.check(roots);
    }

    @Override
    public boolean holds(Map<String, JsonNode> roots) {
      return !part.holds(roots);
    }

    @Override
    public String toString() {
      return "not (" + part + ")";
    }
  }
}
