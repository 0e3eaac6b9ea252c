package io.moneyprinter.orchestration.workflow;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A checked workflow.
 *
 * @param result the step whose result is the job's
 * @param steps in an order in which every step comes after those it depends on
 * @param source the text it was read from, which a job keeps
 * @param hash SHA-256 of the source, hex
 */
public record Workflow(
    String name, int version, String result, List<WorkflowStep> steps, String source, String hash) {
  public Workflow {
    Objects.requireNonNull(name, "name");
    steps = List.copyOf(steps);
  }

  /** Name and version, such as {@code video-generation/1}. */
  public String id() {
    return name + "/" + version;
  }

  public WorkflowStep step(String wanted) {
    return steps.stream()
        .filter(step -> step.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(id() + " has no step " + wanted));
  }
}
