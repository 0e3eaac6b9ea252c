package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.Priority;
import java.time.Duration;
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
 * @param retriedFrom the step done anew last; {@code null} once the job is at an end again
 * @param secondsLeft as estimated at its last event; {@code null} where there is no estimate
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
    Instant finishedAt,
    Priority priority,
    Clock clock,
    String retriedFrom,
    Integer secondsLeft) {

  /**
   * The job's time. While it is paused, its clock stands still.
   *
   * @param limit from the first step on; {@code null} for none
   * @param deadline {@code null} before the first step began, or without a limit
   * @param pausedAt {@code null} unless it is paused
   */
  public record Clock(Duration limit, Instant deadline, Instant pausedAt) {
    Clock started(Instant now) {
      return new Clock(limit, limit == null ? null : now.plus(limit), null);
    }

    Clock paused(Instant now) {
      return new Clock(limit, deadline, now);
    }

    Clock goingOn(Instant now) {
      Duration pause = Duration.between(pausedAt, now);
      return new Clock(limit, deadline == null ? null : deadline.plus(pause), null);
    }

    Clock stopped() {
      return new Clock(limit, null, null);
    }
  }

  JobRow told(long number, double reached, Integer left) {
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
        finishedAt,
        priority,
        clock,
        retriedFrom,
        left);
  }

  public JobRow started(Instant now) {
    Instant began = startedAt == null ? now : startedAt;
    return with(JobState.RUNNING, progress, null, null, began, null, clock.started(now));
  }

  public JobRow completed(String publication, Instant now) {
    return with(JobState.COMPLETED, 1, publication, null, startedAt, now, clock.stopped());
  }

  public JobRow failed(String why, Instant now) {
    return with(JobState.FAILED, progress, null, why, startedAt, now, clock.stopped());
  }

  public JobRow cancelled(Instant now) {
    return with(JobState.CANCELLED, progress, null, null, startedAt, now, clock.stopped());
  }

  public JobRow paused(Instant now) {
    return with(JobState.PAUSED, progress, null, null, startedAt, null, clock.paused(now));
  }

  /** Goes on after a pause. */
  public JobRow unpaused(Instant now) {
    return with(begun(), progress, null, null, startedAt, null, clock.goingOn(now));
  }

  /** Goes on after an end, from as far as its steps really are and with all of its time. */
  public JobRow resumed(double reached, Instant now) {
    Clock again = startedAt == null ? clock.stopped() : clock.started(now);
    return with(begun(), reached, null, null, startedAt, null, again);
  }

  private JobState begun() {
    return startedAt == null ? JobState.QUEUED : JobState.RUNNING;
  }

  public JobRow prioritized(Priority other) {
    return changed(other, retriedFrom);
  }

  public JobRow retriedFrom(String step) {
    return changed(priority, step);
  }

  private JobRow changed(Priority other, String retried) {
    return new JobRow(
        id,
        tenant,
        workflow,
        workflowHash,
        correlationId,
        state,
        progress,
        sequence,
        result,
        failure,
        createdAt,
        updatedAt,
        startedAt,
        finishedAt,
        other,
        clock,
        retried,
        secondsLeft);
  }

  private JobRow with(
      JobState next,
      double reached,
      String end,
      String why,
      Instant began,
      Instant ended,
      Clock time) {
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
        ended,
        priority,
        time,
        next.terminal() ? null : retriedFrom,
        next == JobState.RUNNING ? secondsLeft : null);
  }
}
