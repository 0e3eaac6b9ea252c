package io.moneyprinter.orchestration.state;

import java.util.Collection;

/** How far a job is, from how far its steps are. */
public final class Progress {
  private Progress() {}

  /** 0 to 1: the steps' progress by their weights, a step's weight being shared by its parts. */
  public static double of(Collection<StepRow> steps) {
    double reached = 0;
    double whole = 0;
    for (StepRow step : steps) {
      int parts = step.parts() == null ? 1 : Math.max(1, step.parts());
      double weight = step.place().weight() / parts;
      whole += weight;
      reached += weight * step.progress();
    }
    return whole == 0 ? 0 : Math.min(1, reached / whole);
  }
}
