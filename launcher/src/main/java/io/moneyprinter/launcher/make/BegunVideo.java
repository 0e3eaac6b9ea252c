package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import java.io.PrintWriter;
import java.time.ZoneId;

/** Says how a job begins: anew, where it stopped, or not at all because it was done before. */
public final class BegunVideo {
  private BegunVideo() {}

  /**
   * Prints it.
   *
   * @param name of the brief
   * @param view need not tell again what a job that goes on has done
   */
  public static void print(Job job, String name, ProgressView view, PrintWriter out) {
    if (!job.replayed()) {
      out.println("Making " + name);
    } else if (job.state() == JobState.COMPLETED) {
      out.println("Made before and nothing has changed; --fresh makes it anew.");
    } else {
      long done = job.steps().stream().filter(s -> s.state() == StepState.DONE).count();
      out.printf(
          "Resuming %s, begun %tR: %d of %d steps are done (%.0f %%)%n",
          name,
          job.createdAt().atZone(ZoneId.systemDefault()),
          done,
          job.steps().size(),
          job.progress() * 100);
      view.assumeKnown(job);
    }
    out.flush();
  }
}
