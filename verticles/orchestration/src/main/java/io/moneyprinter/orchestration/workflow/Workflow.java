package io.moneyprinter.orchestration.workflow;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A checked workflow.
 *
 * @param description what it is for
 * @param result the step whose result is the job's
 * @param timeout the longest a job may take from its first step on; empty for no limit
 * @param steps in an order in which every step comes after those it depends on
 * @param source the text it was read from, which a job keeps
 * @param hash SHA-256 of the source, hex
 */
public record Workflow(
    String name,
    int version,
    Optional<String> description,
    String result,
    Optional<Duration> timeout,
    List<WorkflowStep> steps,
    String source,
    String hash) {
  public Workflow {
    Objects.requireNonNull(name, "name");
    steps = List.copyOf(steps);
  }

  /** Name and version, such as {@code video-generation/1}. */
  public String id() {
    return name + "/" + version;
  }

  /** The step and all that come after it, directly or not. */
  public Set<String> from(String first) {
    Set<String> reached = new LinkedHashSet<>(Set.of(step(first).name()));
    for (WorkflowStep step : steps) {
      if (step.dependsOn().stream().anyMatch(reached::contains)) {
        reached.add(step.name());
      }
    }
    return reached;
  }

  public WorkflowStep step(String wanted) {
    return steps.stream()
        .filter(step -> step.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(id() + " has no step " + wanted));
  }
}
