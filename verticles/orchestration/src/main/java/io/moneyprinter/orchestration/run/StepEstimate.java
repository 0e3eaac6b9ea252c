package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.StepCost;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One step of a job, all its parts together.
 *
 * @param progress 0 to 1, by the work of its parts
 * @param busy seconds of work that all of it takes; empty where that was never measured
 * @param wall seconds that it takes from begin to end; empty where that was never measured
 * @param started {@code null} before its first part began
 * @param ended {@code null} before its last part was done
 */
record StepEstimate(
    String name,
    double weight,
    double progress,
    OptionalDouble busy,
    OptionalDouble wall,
    Instant started,
    Instant ended) {
  /** From here on a step's own pace is a better guide than that of others. */
  private static final double ENOUGH = 0.05;

  static StepEstimate of(List<StepRow> parts, Optional<StepCost> cost) {
    StepRow first = parts.get(0);
    boolean settled = parts.stream().allMatch(row -> row.state().settled());
    boolean nothing =
        first.place().address().equals(Action.Ask.ADDRESS) || first.state() == StepState.SKIPPED;
    boolean known = parts.stream().allMatch(row -> row.effort().work() != null);
    double units =
        known
            ? parts.stream().mapToDouble(row -> row.effort().work()).sum()
            : cost.map(StepCost::units).orElse(1.0);
    double reached = 0;
    double all = 0;
    for (StepRow row : parts) {
      double work = known ? row.effort().work() : 1;
      all += work;
      reached += work * row.progress();
    }
    return new StepEstimate(
        first.place().name(),
        first.place().weight(),
        settled ? 1 : all == 0 ? 0 : reached / all,
        nothing ? OptionalDouble.of(0) : figure(cost.map(c -> c.busy() * units)),
        nothing ? OptionalDouble.of(0) : figure(cost.map(c -> c.wall() * units)),
        parts.stream()
            .map(StepRow::startedAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null),
        settled
            ? parts.stream()
                .map(StepRow::finishedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null)
            : null);
  }

  private static OptionalDouble figure(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** Seconds it takes from begin to end, as far as this job itself shows it. */
  OptionalDouble observed(Instant now) {
    if (started == null || progress < ENOUGH) {
      return OptionalDouble.empty();
    }
    double elapsed = seconds(started, ended == null ? now : ended);
    return elapsed > 0 ? OptionalDouble.of(elapsed / progress) : OptionalDouble.empty();
  }

  /**
   * Seconds until it is done, what it waits for not counted.
   *
   * @param perWeight seconds for a step of weight 1, of which nothing else is known
   */
  double left(Instant now, double perWeight) {
    if (progress >= 1) {
      return 0;
    }
    OptionalDouble own = observed(now);
    double whole =
        own.isPresent() && ended == null ? own.getAsDouble() : wall.orElse(weight * perWeight);
    return whole * (1 - progress);
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toNanos() / 1e9);
  }
}
