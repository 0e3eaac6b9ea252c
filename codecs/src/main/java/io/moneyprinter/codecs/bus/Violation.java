package io.moneyprinter.codecs.bus;

import java.util.Objects;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) such as {@code /scenes/2/narration}; "" is the
 *     whole request
 * @param message what is wrong and what would be right, one sentence
 */
public record Violation(String pointer, String message) {
  public Violation {
    pointer = pointer == null ? "" : pointer;
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return pointer.isEmpty() ? message : pointer + ": " + message;
  }
}
