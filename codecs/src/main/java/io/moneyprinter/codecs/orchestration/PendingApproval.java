package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * What a step that waits for a person's decision waits for.
 *
 * @param until when the time for it runs out
 * @param show what there is to decide on, as JSON; {@code null} where the workflow names nothing
 */
public record PendingApproval(Instant until, String show) {
  public PendingApproval {
    Objects.requireNonNull(until, "until");
  }
}
