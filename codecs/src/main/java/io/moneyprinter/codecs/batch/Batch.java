package io.moneyprinter.codecs.batch;

import io.moneyprinter.codecs.orchestration.Priority;
import java.time.Instant;
import java.util.Objects;

/**
 * Many videos that were ordered at once.
 *
 * @param id UUID version 7, so that ids sort by age
 * @param name {@code null} when none was given
 * @param rows how many there are, variants counted each
 * @param progress 0 to 1; what is at an end counts as done, whether well or not
 * @param openJobs how many rows are under way at once
 * @param hindrance why no further row is ordered at present although some wait; {@code null} for
 *     nothing
 * @param finishedAt {@code null} until every row is at an end
 * @param replayed whether this answer repeats an earlier one to the same idempotency key
 */
public record Batch(
    String id,
    String tenant,
    String name,
    BatchState state,
    int rows,
    RowCounts counts,
    double progress,
    Priority priority,
    int openJobs,
    String hindrance,
    Instant createdAt,
    Instant finishedAt,
    boolean replayed) {
  public Batch {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(counts, "counts");
  }

  /** The same batch as an answer to a repeated order. */
  public Batch asReplay() {
    return new Batch(
        id,
        tenant,
        name,
        state,
        rows,
        counts,
        progress,
        priority,
        openJobs,
        hindrance,
        createdAt,
        finishedAt,
        true);
  }
}
