package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * What a cleanup removed, or would.
 *
 * @param dryRun whether nothing was done
 * @param removed files that are due, by reason
 * @param named files that would be due, but that a job that has not ended, or a library, names
 * @param examples keys of files that are due, a hundred at most
 */
public record CleanupReport(
    boolean dryRun, List<Removed> removed, long named, List<String> examples) {

  /**
   * Files that are due.
   *
   * @param reason {@code expired}: nobody has them any more, by time or because they were given up;
   *     {@code over-budget}: segments that do not fit into their room
   */
  public record Removed(String reason, long files, long bytes) {}

  public CleanupReport {
    removed = removed == null ? List.of() : List.copyOf(removed);
    examples = examples == null ? List.of() : List.copyOf(examples);
  }
}
