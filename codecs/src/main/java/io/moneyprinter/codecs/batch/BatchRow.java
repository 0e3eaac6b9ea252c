package io.moneyprinter.codecs.batch;

import io.moneyprinter.codecs.orchestration.JobFailure;
import java.util.Objects;

/**
 * One video of a batch.
 *
 * @param number from 1, variants counted each
 * @param source from 1, the row of what was sent that it comes from
 * @param line where that row begins in what was sent, from 1
 * @param variant what is other than in the row, as a JSON object; {@code null} without variants
 * @param title what a person will know it by
 * @param jobId {@code null} until it is ordered
 * @param progress 0 to 1
 * @param failure why it failed or was passed over; {@code null} otherwise
 */
public record BatchRow(
    int number,
    int source,
    int line,
    String variant,
    String title,
    RowState state,
    String jobId,
    double progress,
    JobFailure failure) {
  public BatchRow {
    Objects.requireNonNull(state, "state");
  }
}
