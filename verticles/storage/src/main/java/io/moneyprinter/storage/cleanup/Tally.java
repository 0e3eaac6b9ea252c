package io.moneyprinter.storage.cleanup;

import io.moneyprinter.codecs.storage.CleanupReport;
import io.moneyprinter.storage.cleanup.DueFiles.Due;
import io.moneyprinter.storage.cleanup.DueFiles.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one cleanup did. Of one event loop. */
final class Tally {
  private static final int EXAMPLES = 100;

  private final boolean dryRun;
  private final Map<Reason, long[]> removed = new EnumMap<>(Reason.class);
  private final List<String> examples = new ArrayList<>();
  private long named;

  Tally(boolean dryRun) {
    this.dryRun = dryRun;
  }

  boolean dryRun() {
    return dryRun;
  }

  void due(Due due, Reason reason) {
    long[] sums = removed.computeIfAbsent(reason, any -> new long[2]);
    sums[0]++;
    sums[1] += due.size();
    if (examples.size() < EXAMPLES) {
      examples.add(due.key());
    }
  }

  void named() {
    named++;
  }

  CleanupReport report() {
    return new CleanupReport(
        dryRun,
        removed.entrySet().stream()
            .map(
                each ->
                    new CleanupReport.Removed(
                        each.getKey().word(), each.getValue()[0], each.getValue()[1]))
            .toList(),
        named,
        examples);
  }
}
