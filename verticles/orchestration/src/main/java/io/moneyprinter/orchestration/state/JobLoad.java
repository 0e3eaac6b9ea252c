package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.TimeEstimate.Span;
import java.util.List;

/**
 * What is under way, of all tenants.
 *
 * @param left seconds that each running job still takes, as last estimated; {@code null} among them
 *     for one of which nothing is known
 * @param waiting jobs that have not begun
 */
public record JobLoad(List<Double> left, int waiting) {
  public int jobs() {
    return left.size() + waiting;
  }

  /**
   * Seconds that others take from a job that takes {@code own} seconds alone. Machines are shared
   * out evenly among jobs, so that each takes of another at most as much as it needs itself
   * (egalitarian processor sharing, Kleinrock 1967): the likely figure, taken for one machine. At
   * least it is nothing, where other machines are free; at most everything that is before it.
   */
  public Span before(double own) {
    double shared = 0;
    double all = 0;
    for (Double each : left) {
      double seconds = each == null ? own : each;
      shared += Math.min(seconds, own);
      all += seconds;
    }
    double queued = waiting * own;
    return new Span(0, shared + queued, Math.max(shared, all) + queued);
  }
}
