package io.moneyprinter.codecs.orchestration;

import java.util.List;

/**
 * What came of looking a workflow over.
 *
 * @param faults empty when it can be run
 * @param workflow how it was understood; {@code null} when it cannot be run
 */
public record WorkflowCheck(List<WorkflowFault> faults, WorkflowDefinition workflow) {
  public WorkflowCheck {
    faults = List.copyOf(faults);
  }
}
