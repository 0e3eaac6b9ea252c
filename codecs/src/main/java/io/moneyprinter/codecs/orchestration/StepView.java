package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * How a step of a job stands, its fan-out summed up.
 *
 * @param name as in the workflow
 * @param done how many of its parts are done
 * @param of how many parts it has, 1 unless it fans out; 0 while that is unknown
 * @param progress 0 to 1
 * @param attempts the most attempts any part took
 * @param startedAt {@code null} before its first part began
 * @param finishedAt {@code null} before its last part was done
 * @param approval what is to be decided; {@code null} unless it waits for a person
 * @param compensation how far its undoing is; {@code null} where there is none
 * @param waitsFor why no node can take it at present; {@code null} when one can
 */
public record StepView(
    String name,
    StepState state,
    int done,
    int of,
    double progress,
    int attempts,
    Instant startedAt,
    Instant finishedAt,
    PendingApproval approval,
    CompensationState compensation,
    String waitsFor) {
  public StepView {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
  }

  public StepView(
      String name,
      StepState state,
      int done,
      int of,
      double progress,
      int attempts,
      Instant startedAt,
      Instant finishedAt) {
    this(name, state, done, of, progress, attempts, startedAt, finishedAt, null, null, null);
  }
}
