package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person decided: the result of a step that waits for one.
 *
 * @param by the subject of the call that decided; {@code system} when the time ran out
 * @param comment {@code null} where none was given
 */
public record Approval(boolean approved, String by, String comment, Instant at) {
  public Approval {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }
}
