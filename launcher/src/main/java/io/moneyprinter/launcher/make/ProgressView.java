package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How far a job is: one line that redraws itself on a terminal, a line for each finished step
 * elsewhere.
 */
public final class ProgressView {
  private static final int BAR = 28;

  private final PrintWriter out;
  private final boolean terminal;
  private final Set<String> reported = new HashSet<>();
  private String shown = "";

  public ProgressView(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows the state of the job. Not called by two threads at once. */
  public void show(Job job) {
    for (StepView step : job.steps()) {
      if (step.state() == StepState.DONE && reported.add(step.name())) {
        clear();
        out.println("  ✓ " + line(step));
      }
    }
    if (terminal && !job.state().terminal()) {
      String text = bar(job);
      if (!text.equals(shown)) {
        out.print("\r\u001b[K" + text);
        shown = text;
      }
    }
    out.flush();
  }

  /** Steps that were done before this run are not news. */
  public void assumeKnown(Job job) {
    job.steps().stream()
        .filter(step -> step.state() == StepState.DONE)
        .forEach(step -> reported.add(step.name()));
  }

  public void clear() {
    if (terminal && !shown.isEmpty()) {
      out.print("\r\u001b[K");
      shown = "";
    }
    out.flush();
  }

  private static String bar(Job job) {
    int full = (int) Math.round(job.progress() * BAR);
    StringBuilder text = new StringBuilder("  ");
    text.append("█".repeat(full)).append("░".repeat(BAR - full));
    text.append(String.format(Locale.ROOT, " %3.0f %%", job.progress() * 100));
    if (job.secondsLeft() != null) {
      text.append("  ").append(left(job.secondsLeft()));
    }
    job.steps().stream()
        .filter(step -> step.state() == StepState.RUNNING)
        .forEach(
            step ->
                text.append("  ")
                    .append(step.name())
                    .append(step.of() > 1 ? " " + step.done() + "/" + step.of() : ""));
    return text.toString();
  }

  /** Rounded as far as an estimate can be relied on. */
  private static String left(int seconds) {
    if (seconds < 10) {
      return "a few s left";
    }
    return seconds < 90
        ? "about " + Math.round(seconds / 5.0) * 5 + " s left"
        : "about " + Math.round(seconds / 60.0) + " min left";
  }

  private static String line(StepView step) {
    String parts = step.of() > 1 ? " (" + step.of() + " parts)" : "";
    return String.format(
        Locale.ROOT,
        "%-24s %6.1f s%s",
        step.name() + parts,
        seconds(step.startedAt(), step.finishedAt()),
        step.attempts() > 1 ? "  after " + step.attempts() + " attempts" : "");
  }

  private static double seconds(Instant from, Instant to) {
    return from == null || to == null ? 0 : Duration.between(from, to).toMillis() / 1000.0;
  }
}
