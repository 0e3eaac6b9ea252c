package io.moneyprinter.codecs.orchestration;

import java.util.List;

/** The workflows that a video can follow: first those that are followed unasked. */
public record WorkflowList(List<WorkflowDefinition> workflows) {
  public WorkflowList {
    workflows = List.copyOf(workflows);
  }
}
