package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.codecs.video.Publication;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;

/** Says what came of a job that is completed. */
public final class FinishedVideo {
  private FinishedVideo() {}

  /**
   * Prints it.
   *
   * @param folder that its files lie in
   */
  public static void print(Job job, Path folder, PrintWriter out) {
    Publication result = job.result();
    out.printf(Locale.ROOT, "%n%s, %.1f s:%n", result.title(), result.seconds());
    result.files().forEach(file -> out.println("  " + folder.resolve(file.name())));
    if (result.rendered() != null && result.reused() != null) {
      int segments = result.rendered() + result.reused();
      out.printf(
          "%d segment%s: %d rendered, %d reused%n",
          segments, segments == 1 ? "" : "s", result.rendered(), result.reused());
    }
    if (job.cost() != null && job.cost().settled() != 0) {
      out.println(
          "Cost: %s (%s was estimated)"
              .formatted(dollars(job.cost().settled()), dollars(job.cost().estimated())));
    }
    if (!result.warnings().isEmpty()) {
      out.println("Worth a look:");
      result.warnings().forEach(warning -> out.println("  " + warning));
    }
    out.flush();
  }

  private static String dollars(long micros) {
    return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString()
        + " "
        + JobCost.CURRENCY;
  }
}
