package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobState;
import java.time.Instant;
import java.util.UUID;

/**
 * A job as its row has it, its brief left out.
 *
 * @param sequence number of its last event
 * @param result JSON; {@code null} until completed
 * @param failure JSON; {@code null} unless failed
 * @param startedAt {@code null} before its first step began
 * @param finishedAt {@code null} unless it is at an end
 */
public record JobRow(
    UUID id,
    String tenant,
    String workflow,
    String workflowHash,
    String correlationId,
    JobState state,
    double progress,
    long sequence,
    String result,
    String failure,
    Instant createdAt,
    Instant updatedAt,
    Instant startedAt,
    Instant finishedAt) {

  JobRow told(long number, double reached) {
    return new JobRow(
        id,
        tenant,
        workflow,
        workflowHash,
        correlationId,
        state,
        reached,
        number,
        result,
        failure,
        createdAt,
        updatedAt,
        startedAt,
        finishedAt);
  }

  public JobRow started(Instant now) {
    return with(JobState.RUNNING, progress, null, null, startedAt == null ? now : startedAt, null);
  }

  public JobRow completed(String publication, Instant now) {
    return with(JobState.COMPLETED, 1, publication, null, startedAt, now);
  }

  public JobRow failed(String why, Instant now) {
    return with(JobState.FAILED, progress, null, why, startedAt, now);
  }

  public JobRow cancelled(Instant now) {
    return with(JobState.CANCELLED, progress, null, null, startedAt, now);
  }

  /** Goes on, from as far as its steps really are. */
  public JobRow resumed(double reached) {
    JobState again = startedAt == null ? JobState.QUEUED : JobState.RUNNING;
    return with(again, reached, null, null, startedAt, null);
  }

  private JobRow with(
      JobState next, double reached, String end, String why, Instant began, Instant ended) {
    return new JobRow(
        id,
        tenant,
        workflow,
        workflowHash,
        correlationId,
        next,
        reached,
        sequence,
        end,
        why,
        createdAt,
        updatedAt,
        began,
        ended);
  }
}
