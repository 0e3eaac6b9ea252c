package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoBrief;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One video on its way from brief to file.
 *
 * @param id UUID version 7, so that ids sort by age
 * @param workflow name and version, such as {@code video-generation/1}
 * @param progress 0 to 1, never falling while the job runs
 * @param queuePosition jobs ahead of it that have not begun; 0 when it has begun
 * @param result {@code null} until completed
 * @param failure {@code null} unless failed
 * @param priority {@code null} from an older node
 * @param rerunOf id of the job that this one repeats with changes; {@code null} for none
 * @param cost {@code null} from an older node
 * @param secondsLeft until it is finished, as estimated from what its steps usually take, people's
 *     decisions not counted; {@code null} unless it runs and there is an estimate
 * @param deletedAt when it was deleted; it can be restored until it is purged some time later;
 *     {@code null} unless it was
 * @param subject who ordered it; {@code null} from an older node, and for jobs of older versions
 * @param batchId of the batch that it was ordered by; {@code null} for none
 * @param replayed whether this answer repeats an earlier one to the same idempotency key
 */
public record Job(
    String id,
    String tenant,
    String workflow,
    JobState state,
    double progress,
    int queuePosition,
    VideoBrief brief,
    List<StepView> steps,
    Publication result,
    JobFailure failure,
    Instant createdAt,
    Instant updatedAt,
    boolean replayed,
    Priority priority,
    String rerunOf,
    JobCost cost,
    Integer secondsLeft,
    Instant deletedAt,
    String subject,
    String batchId) {
  public Job {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(brief, "brief");
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** A job that waits, of which nothing else is known yet. */
  public static JobBuilder builder(String id, String tenant, VideoBrief brief) {
    return new JobBuilder(id, tenant, brief);
  }

  /** The same job, to be changed in parts. */
  public JobBuilder but() {
    return new JobBuilder(this);
  }

  /** The same job as an answer to a repeated order. */
  public Job asReplay() {
    return but().replayed(true).build();
  }
}
