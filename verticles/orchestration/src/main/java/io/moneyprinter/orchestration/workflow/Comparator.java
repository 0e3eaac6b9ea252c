package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/** How two values may stand to one another. */
public enum Comparator {
  EQUAL("=="),
  DIFFERENT("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /** Whether it is about numbers alone. */
  boolean ordered() {
    return this != EQUAL && this != DIFFERENT;
  }

  boolean holds(JsonNode left, JsonNode right) {
    if (!ordered()) {
      return equal(left, right) == (this == EQUAL);
    }
    if (!left.isNumber() || !right.isNumber()) {
      return false;
    }
    int order = Double.compare(left.asDouble(), right.asDouble());
    return switch (this) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  /** 1 and 1.0 are the same number. */
  private static boolean equal(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber()
        ? left.asDouble() == right.asDouble()
        : left.equals(right);
  }
}
