package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.orchestration.WorkflowFault;
import java.util.List;
import java.util.stream.Collectors;

/** A workflow that cannot be run, with everything that is wrong about it. */
public final class InvalidWorkflow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<WorkflowFault> faults;

  public InvalidWorkflow(String source, List<WorkflowFault> faults) {
    super(
        "The workflow "
            + source
            + " cannot be run:\n  - "
            + faults.stream().map(WorkflowFault::message).collect(Collectors.joining("\n  - ")));
    this.faults = List.copyOf(faults);
  }

  /** One with a single fault of the whole. */
  public InvalidWorkflow(String source, String fault) {
    this(source, List.of(new WorkflowFault("", null, fault)));
  }

  /** With their places; lines only where the text could not be taken apart. */
  public List<WorkflowFault> faults() {
    return faults == null ? List.of() : faults;
  }

  /** One sentence each, beginning with the step concerned. */
  public List<String> problems() {
    return faults().stream().map(WorkflowFault::message).toList();
  }
}
