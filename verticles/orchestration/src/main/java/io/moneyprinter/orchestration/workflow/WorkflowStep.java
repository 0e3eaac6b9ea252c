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
 * @param action what it consists of
 * @param timeout the longest one try may take
 * @param weight share of the job's progress, against the other steps' weights
 * @param forEach the list of which each item makes a part; empty for a step of one part
 * @param with a binding for each component of the task's request
 * @param when on what condition it is done; empty for always
 * @param compensation how it is undone; empty where there is nothing to undo
 * @param needs what it occupies while it runs
 */
public record WorkflowStep(
    String name,
    Action action,
    List<String> dependsOn,
    Duration timeout,
    double weight,
    RetryRule retries,
    Optional<Expression> forEach,
    Map<String, Expression> with,
    Optional<Condition> when,
    Optional<Compensation> compensation,
    Needs needs) {
  /** The item that a part is made of. */
  public static final String EACH = "each";

  /** The place of the item in its list, from 0. */
  public static final String INDEX = "index";

  /** The brief of the job. */
  public static final String INPUT = "input";

  public WorkflowStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(needs, "needs");
    dependsOn = List.copyOf(dependsOn);
    with = new LinkedHashMap<>(with);
  }

  /** The task; only of a step that is one. */
  public Task<?, ?> task() {
    if (action instanceof Action.Run run) {
      return run.task();
    }
    throw new IllegalStateException("Step " + name + " waits for a person and is no task");
  }

  public boolean fansOut() {
    return forEach.isPresent();
  }

  /** The steps whose results it is decided and its requests are made by. */
  public Set<String> references() {
    Set<String> names = new TreeSet<>();
    with.values().forEach(binding -> names.addAll(binding.roots()));
    forEach.ifPresent(list -> names.addAll(list.roots()));
    when.ifPresent(condition -> names.addAll(condition.roots()));
    if (action instanceof Action.Ask ask) {
      ask.show().ifPresent(shown -> names.addAll(shown.roots()));
    }
    names.removeAll(Set.of(EACH, INDEX, INPUT));
    return names;
  }
}
