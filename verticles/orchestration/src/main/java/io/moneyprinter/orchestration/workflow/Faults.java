package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.orchestration.WorkflowFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a workflow, each with its place in the document. */
final class Faults {
  private final Map<String, Integer> places = new HashMap<>();
  private final List<WorkflowFault> found = new ArrayList<>();

  /**
   * @param steps as they are written; of a name given twice the first place counts
   */
  Faults(List<WorkflowFile.Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      places.putIfAbsent(steps.get(i).name(), i);
    }
  }

  /**
   * Adds a fault of the whole document.
   *
   * @param pointer JSON pointer (RFC 6901)
   */
  void add(String pointer, String message) {
    found.add(new WorkflowFault(pointer, null, message));
  }

  /**
   * Adds a fault of a step.
   *
   * @param member JSON pointer within the step; "" for the step as a whole
   */
  void addIn(String step, String member, String message) {
    add("/steps/" + places.getOrDefault(step, 0) + member, message);
  }

  int count() {
    return found.size();
  }

  /**
   * Fails with {@link InvalidWorkflow} when there is a fault.
   *
   * @param source where the text is from, for messages
   */
  void refuse(String source) {
    if (!found.isEmpty()) {
      throw new InvalidWorkflow(source, found);
    }
  }
}
