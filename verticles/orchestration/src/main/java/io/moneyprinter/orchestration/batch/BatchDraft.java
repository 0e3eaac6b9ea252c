package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.orchestration.JobFailure;
import java.util.List;

/** A batch that was read and looked over, not yet kept. */
record BatchDraft(BatchTerms terms, List<Source> sources, List<Row> rows) {
  /**
   * A row as it was sent.
   *
   * @param patch JSON
   */
  record Source(int source, int line, String patch, long seed) {}

  /**
   * A video to be.
   *
   * @param variant JSON; {@code null} without variants
   * @param fault why it is passed over; {@code null} for a good one
   */
  record Row(int number, int source, String variant, String title, JobFailure fault) {}
}
