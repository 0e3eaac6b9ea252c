package io.moneyprinter.orchestration.run;

import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import java.util.HashMap;
import java.util.Map;

/** Steps that do not depend on one another run at the same time: the longest way counts. */
final class CriticalPath {
  private CriticalPath() {}

  /**
   * How long a workflow takes from its first step to its last.
   *
   * @param takes seconds by the name of the step; one that is not named takes none
   */
  static double seconds(Workflow workflow, Map<String, Double> takes) {
    Map<String, Double> end = new HashMap<>();
    double last = 0;
    for (WorkflowStep step : workflow.steps()) {
      double begin =
          step.dependsOn().stream()
              .mapToDouble(name -> end.getOrDefault(name, 0.0))
              .max()
              .orElse(0);
      double ends = begin + takes.getOrDefault(step.name(), 0.0);
      end.put(step.name(), ends);
      last = Math.max(last, ends);
    }
    return last;
  }
}
