package io.moneyprinter.codecs.analytics;

import io.moneyprinter.codecs.orchestration.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a finished job used. Recording the same job again replaces the row.
 *
 * @param state how it ended
 * @param videoSeconds length of the result; 0 without one
 * @param wallSeconds from created to finished
 * @param renderSeconds encoding time, reused segments not counted
 * @param segments segments of the picture
 * @param reusedSegments of these, found in the store
 * @param characters characters spoken
 * @param tokens language-model tokens
 * @param failedStep where it failed; {@code null} unless it did
 * @param failureCode why it failed; {@code null} unless it did
 * @param steps in the order of the workflow; empty where an older node did not say
 */
public record JobUsage(
    String jobId,
    String tenant,
    JobState state,
    Instant finishedAt,
    double videoSeconds,
    double wallSeconds,
    double renderSeconds,
    int segments,
    int reusedSegments,
    int characters,
    int tokens,
    String failedStep,
    String failureCode,
    List<StepUsage> steps) {
  public JobUsage {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(finishedAt, "finishedAt");
    steps = steps == null ? List.of() : List.copyOf(steps);
  }
}
