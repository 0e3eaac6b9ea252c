package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.Standing;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Estimates how far a job is and how long it still takes, from what tasks were measured to take per
 * unit of work. Where nothing was measured yet, the weights of the workflow stand in.
 */
final class ProgressEstimate implements Standing.Estimate {
  private final CostBook costs;
  private final WorkflowLibrary library;

  ProgressEstimate(CostBook costs, WorkflowLibrary library) {
    this.costs = costs;
    this.library = library;
  }

  @Override
  public Standing of(JobChange change) {
    Map<String, List<StepRow>> byName = new LinkedHashMap<>();
    change
        .steps()
        .forEach(
            row -> byName.computeIfAbsent(row.place().name(), n -> new ArrayList<>()).add(row));
    List<StepEstimate> steps =
        byName.values().stream()
            .map(parts -> StepEstimate.of(parts, costs.of(parts.get(0).place().address())))
            .toList();
    Integer left =
        change.job().state() == JobState.RUNNING ? left(change, steps).orElse(null) : null;
    return new Standing(progress(steps), left);
  }

  private static double progress(List<StepEstimate> steps) {
    double perWeight = ratio(steps, StepEstimate::busy).orElse(1);
    double reached = 0;
    double whole = 0;
    for (StepEstimate step : steps) {
      double cost = step.busy().orElse(step.weight() * perWeight);
      whole += cost;
      reached += cost * step.progress();
    }
    return whole == 0 ? 0 : Math.min(1, reached / whole);
  }

  private Optional<Integer> left(JobChange change, List<StepEstimate> steps) {
    OptionalDouble perWeight = ratio(steps, StepEstimate::wall);
    if (perWeight.isEmpty()) {
      perWeight = ratio(steps, step -> step.observed(change.now()));
    }
    if (perWeight.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> left = new HashMap<>();
    for (StepEstimate step : steps) {
      left.put(step.name(), step.left(change.now(), perWeight.getAsDouble()));
    }
    double seconds =
        library
            .known(change.job().workflowHash())
            .map(workflow -> CriticalPath.seconds(workflow, left))
            .orElseGet(() -> left.values().stream().mapToDouble(Double::doubleValue).sum());
    return Optional.of((int) Math.min(Integer.MAX_VALUE, Math.ceil(seconds)));
  }

  private interface Figure {
    OptionalDouble of(StepEstimate step);
  }

  /** Seconds per unit of the workflow's weights, by the steps of which they are known. */
  private static OptionalDouble ratio(List<StepEstimate> steps, Figure figure) {
    double seconds = 0;
    double weights = 0;
    for (StepEstimate step : steps) {
      OptionalDouble known = figure.of(step);
      if (known.isPresent() && step.weight() > 0) {
        seconds += known.getAsDouble();
        weights += step.weight();
      }
    }
    return weights > 0 ? OptionalDouble.of(seconds / weights) : OptionalDouble.empty();
  }
}
