package io.moneyprinter.codecs.batch;

import io.moneyprinter.codecs.orchestration.Priority;

/**
 * What holds for all rows of a batch. Everything may be {@code null}; what the content itself says
 * goes before.
 *
 * @param name for people
 * @param base a brief as a JSON object that need not be whole; each row changes it
 * @param variants a JSON object of keys of a brief, each with the list of values to make each row
 *     with
 * @param onInvalid absent to refuse
 * @param priority of the videos; absent for {@link Priority#LOW}, so that a single video goes first
 * @param openJobs how many rows are under way at once, 1 to 1000; absent for the node's setting
 */
public record BatchOptions(
    String name,
    String base,
    String variants,
    OnInvalid onInvalid,
    Priority priority,
    Integer openJobs) {
  public static final BatchOptions NONE = new BatchOptions(null, null, null, null, null, null);
}
