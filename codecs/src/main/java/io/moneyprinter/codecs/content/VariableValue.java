package io.moneyprinter.codecs.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What a variable of a template stands for; in JSON the bare value.
 *
 * @param scalar a {@link String}, a {@link Boolean}, a {@link Long} for every whole number, or a
 *     {@link Double}
 */
public record VariableValue(@JsonValue Object scalar) {
  /** Below this, whole numbers of a {@link Double} are exact. */
  private static final double EXACT = 1L << 53;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VariableValue {
    if (scalar instanceof Integer whole) {
      scalar = whole.longValue();
    } else if (scalar instanceof Number number && !(scalar instanceof Long)) {
      if (scalar instanceof BigInteger || !Double.isFinite(number.doubleValue())) {
        throw new IllegalArgumentException("is too large a number");
      }
      double value = number.doubleValue();
      scalar = value == Math.rint(value) && Math.abs(value) < EXACT ? (Object) (long) value : value;
    } else if (!(scalar instanceof String || scalar instanceof Boolean || scalar instanceof Long)) {
      throw new IllegalArgumentException("must be text, a number, or true or false");
    }
  }

  /** As it is put into a text. */
  public String text() {
    return scalar instanceof Double number
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : scalar.toString();
  }
}
