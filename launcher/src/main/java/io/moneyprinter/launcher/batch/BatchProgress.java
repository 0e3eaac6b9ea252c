package io.moneyprinter.launcher.batch;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.RowCounts;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.video.Publication;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How far a batch is: a line for each row at its end and, on a terminal, one that redraws itself.
 */
public final class BatchProgress {
  private final PrintWriter out;
  private final boolean terminal;
  private String shown = "";

  public BatchProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A row is finished, and its files are there. */
  public void done(BatchRow row, Path folder, Publication result) {
    String segments =
        result.rendered() == null || result.reused() == null
            ? ""
            : "  (%d segments rendered, %d reused)".formatted(result.rendered(), result.reused());
    line("  ✓ " + row.number() + "  " + folder + segments);
  }

  /** A row will give no video, unless it is retried. */
  public void bad(BatchRow row) {
    String why =
        row.state() == RowState.CANCELLED
            ? "was called off"
            : row.failure() == null ? "failed" : row.failure().message();
    line(
        "  ✗ %d (line %d%s)  %s"
            .formatted(
                row.number(),
                row.line(),
                row.variant() == null ? "" : ", " + row.variant(),
                why.replaceAll("\\s+", " ")));
  }

  /** The batch as it is now. */
  public void show(Batch batch) {
    RowCounts counts = batch.counts();
    String text =
        String.format(
            Locale.ROOT,
            "  %d of %d done, %d under way, %d waiting%s  %.0f %%%s",
            counts.done(),
            batch.rows(),
            counts.open(),
            counts.waiting(),
            counts.failed() == 0 ? "" : ", " + counts.failed() + " failed",
            batch.progress() * 100,
            batch.hindrance() == null ? "" : "  " + batch.hindrance());
    if (terminal && !text.equals(shown)) {
      out.print("\r\u001b[K" + text);
      shown = text;
    }
    out.flush();
  }

  private void line(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  public void clear() {
    if (terminal && !shown.isEmpty()) {
      out.print("\r\u001b[K");
      shown = "";
    }
    out.flush();
  }
}
