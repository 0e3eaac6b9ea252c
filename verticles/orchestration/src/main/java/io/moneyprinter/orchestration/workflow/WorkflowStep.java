package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.bus.Task;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One step of a workflow.
 *
 * @param task what is carried out
 * @param timeout the longest one try may take
 * @param weight share of the job's progress, against the other steps' weights
 * @param forEach the list of which each item makes a part; empty for a step of one part
 * @param with a binding for each component of the task's request
 */
public record WorkflowStep(
    String name,
    Task<?, ?> task,
    List<String> dependsOn,
    Duration timeout,
    double weight,
    RetryRule retries,
    Optional<Expression> forEach,
    Map<String, Expression> with) {
  /** The item that a part is made of. */
  public static final String EACH = "each";

  /** The place of the item in its list, from 0. */
  public static final String INDEX = "index";

  /** The brief of the job. */
  public static final String INPUT = "input";

  public WorkflowStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(task, "task");
    dependsOn = List.copyOf(dependsOn);
    with = new LinkedHashMap<>(with);
  }

  public boolean fansOut() {
    return forEach.isPresent();
  }

  /** The steps whose results its requests are made of. */
  public Set<String> references() {
    Set<String> names = new TreeSet<>();
    with.values().forEach(binding -> names.addAll(binding.roots()));
    forEach.ifPresent(list -> names.addAll(list.roots()));
    names.removeAll(Set.of(EACH, INDEX, INPUT));
    return names;
  }
}
