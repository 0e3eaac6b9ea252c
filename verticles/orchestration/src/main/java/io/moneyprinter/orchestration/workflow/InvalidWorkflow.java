package io.moneyprinter.orchestration.workflow;

import java.util.List;

/** A workflow that cannot be run, with everything that is wrong about it. */
public final class InvalidWorkflow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public InvalidWorkflow(String source, List<String> problems) {
    super("The workflow " + source + " cannot be run:\n  - " + String.join("\n  - ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence each, beginning with the step concerned. */
  public List<String> problems() {
    return problems == null ? List.of() : problems;
  }
}
