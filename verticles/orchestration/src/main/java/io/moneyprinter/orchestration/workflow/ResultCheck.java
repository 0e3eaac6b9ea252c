package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.video.Publication;
import java.util.Map;

/** Checks that the result of a workflow is what a job promises. */
final class ResultCheck {
  private final Map<String, WorkflowStep> steps;
  private final Faults faults;

  ResultCheck(Map<String, WorkflowStep> steps, Faults faults) {
    this.steps = steps;
    this.faults = faults;
  }

  /**
   * @param name of the step whose reply is the result
   */
  void check(String name) {
    WorkflowStep step = steps.get(name);
    if (step == null) {
      faults.add("/result", "result: names " + name + ", which is not a step");
    } else if (!Types.fits(BindingScope.replyOf(step), Types.of(Publication.class))) {
      faults.add(
          "/result",
          "result: step "
              + name
              + " gives "
              + Types.name(BindingScope.replyOf(step))
              + ", but a job ends with Publication");
    } else if (step.when().isPresent()) {
      faults.add(
          "/result",
          "result: step " + name + " may be skipped: a job ends with a step that has no when");
    }
  }
}
