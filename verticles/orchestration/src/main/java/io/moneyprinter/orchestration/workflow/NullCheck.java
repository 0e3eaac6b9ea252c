package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what may be null because the step it comes from may have been skipped. */
final class NullCheck {
  private final Map<String, WorkflowStep> steps;

  NullCheck(Map<String, WorkflowStep> steps) {
    this.steps = steps;
  }

  /**
   * The skippable step on whose account a binding of {@code user} may be null. Empty when it never
   * is: {@code user} is itself skipped whenever that step is.
   */
  Optional<WorkflowStep> culprit(WorkflowStep user, Expression binding) {
    Set<String> absent =
        binding.roots().stream()
            .filter(steps::containsKey)
            .filter(root -> mayBeAbsent(user, steps.get(root)))
            .collect(Collectors.toSet());
    return binding.mayBeNull(absent)
        ? absent.stream().sorted().findFirst().map(steps::get)
        : Optional.empty();
  }

  private static boolean mayBeAbsent(WorkflowStep user, WorkflowStep source) {
    if (source.when().isEmpty()) {
      return false;
    }
    Set<Condition> known = user.when().map(Condition::conjuncts).orElse(Set.of());
    Condition present =
        new Condition.Comparison(
            new ValuePath(source.name(), List.of()),
            Comparator.DIFFERENT,
            new Expression.Literal(NullNode.instance));
    return !known.contains(present) && !known.containsAll(source.when().get().conjuncts());
  }
}
