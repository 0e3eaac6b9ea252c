package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.HashMap;
import java.util.Map;

/** What the expressions of a step may name, and of which types that is. */
final class BindingScope {
  private final Map<String, WorkflowStep> steps;
  private final StepGraph graph;

  BindingScope(Map<String, WorkflowStep> steps, StepGraph graph) {
    this.steps = steps;
    this.graph = graph;
  }

  /** The input of the job and the replies of all steps before this one, by name. */
  Map<String, JavaType> roots(WorkflowStep step) {
    Map<String, JavaType> roots = new HashMap<>();
    roots.put(WorkflowStep.INPUT, Types.of(VideoBrief.class));
    for (String name : graph.allBefore(step.name())) {
      WorkflowStep other = steps.get(name);
      if (other != null) {
        roots.put(name, replyOf(other));
      }
    }
    return roots;
  }

  /** What a step leaves to those after it: of one that fans out a list. */
  static JavaType replyOf(WorkflowStep step) {
    JavaType one = Types.of(step.action().replyType());
    return step.fansOut() ? Types.listOf(one) : one;
  }
}
