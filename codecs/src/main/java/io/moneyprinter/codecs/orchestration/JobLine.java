package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * A job in the list of all tenants' jobs.
 *
 * @param title what it is about, in a few words
 * @param step the step that runs or failed; {@code null} when there is none
 * @param stepsDone parts of steps that are done
 * @param steps parts of steps that there are, as far as is known
 * @param attempts the most tries that any part took
 * @param startedAt {@code null} before its first step began
 * @param finishedAt {@code null} before its end
 * @param failure {@code null} unless it failed
 */
public record JobLine(
    String id,
    String tenant,
    String workflow,
    String title,
    JobState state,
    Priority priority,
    double progress,
    String step,
    int stepsDone,
    int steps,
    int attempts,
    Instant createdAt,
    Instant startedAt,
    Instant finishedAt,
    String failure) {
  public JobLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(state, "state");
  }
}
