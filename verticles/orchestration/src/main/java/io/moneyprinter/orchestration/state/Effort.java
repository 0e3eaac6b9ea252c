package io.moneyprinter.orchestration.state;

/**
 * What a part of a step takes.
 *
 * @param work how much there is to do, in the unit of its task, more than 0; {@code null} before
 *     its request is known
 * @param seconds how long the try took that brought the result; {@code null} before there is one,
 *     and where it says nothing about the next one
 */
public record Effort(Double work, Double seconds) {
  static final Effort UNKNOWN = new Effort(null, null);

  Effort took(Double measured) {
    return new Effort(work, measured);
  }
}
