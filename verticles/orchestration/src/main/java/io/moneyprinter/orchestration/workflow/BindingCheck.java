package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoBrief;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks every binding of a workflow against the types of the services' messages. */
final class BindingCheck {
  private final Map<String, WorkflowStep> steps;
  private final StepGraph graph;
  private final List<String> problems;
  private final NullCheck nulls;

  BindingCheck(Map<String, WorkflowStep> steps, StepGraph graph, List<String> problems) {
    this.steps = steps;
    this.graph = graph;
    this.problems = problems;
    this.nulls = new NullCheck(steps);
  }

  void check(WorkflowStep step) {
    Map<String, JavaType> roots = roots(step);
    step.forEach().ifPresent(list -> checkFanOut(step, list, roots));
    step.when().ifPresent(condition -> checkCondition(step, condition));
    if (step.action() instanceof Action.Ask ask) {
      ask.show().ifPresent(shown -> typeOf(step, shown, roots));
      return;
    }
    checkRequest(step, where(step), step.task(), step.with(), roots);
    step.compensation()
        .ifPresent(
            undo -> {
              roots.put(Compensation.RESULT, Types.of(step.action().replyType()));
              checkRequest(step, where(step) + "compensate: ", undo.call(), undo.with(), roots);
            });
  }

  private void checkCondition(WorkflowStep step, Condition condition) {
    Map<String, JavaType> roots = roots(step);
    if (dependsOnAll(step, condition.roots(), roots)) {
      try {
        condition.check(roots);
      } catch (IllegalArgumentException e) {
        problems.add(where(step) + e.getMessage());
      }
    }
  }

  private void checkRequest(
      WorkflowStep step,
      String where,
      Call<?, ?> call,
      Map<String, Expression> with,
      Map<String, JavaType> roots) {
    JavaType request = Types.of(call.requestType());
    for (RecordComponent component : Types.components(request)) {
      if (!with.containsKey(component.getName())) {
        problems.add(
            where
                + Types.name(request)
                + " wants "
                + component.getName()
                + " ("
                + Types.name(Types.typeOf(component))
                + "), which with: does not give");
      }
    }
    with.forEach(
        (name, binding) -> {
          Optional<JavaType> wanted = Types.component(request, name);
          if (wanted.isEmpty()) {
            problems.add(where + Types.name(request) + " has no " + name);
          } else {
            typeOf(step, binding, roots)
                .ifPresent(type -> checkFits(step, where, name, wanted.get(), binding, type));
          }
        });
  }

  /** The result of the job has to be what the job promises. */
  void checkResult(String name) {
    WorkflowStep step = steps.get(name);
    if (step == null) {
      problems.add("result: names " + name + ", which is not a step");
    } else if (!Types.fits(replyOf(step), Types.of(Publication.class))) {
      problems.add(
          "result: step "
              + name
              + " gives "
              + Types.name(replyOf(step))
              + ", but a job ends with Publication");
    } else if (step.when().isPresent()) {
      problems.add(
          "result: step " + name + " may be skipped: a job ends with a step that has no when");
    }
  }

  private void checkFanOut(WorkflowStep step, Expression list, Map<String, JavaType> roots) {
    Optional<Given> given = typeOf(step, list, roots);
    if (given.isEmpty()) {
      return;
    }
    JavaType type = given.get().type();
    if (type == null || !type.isCollectionLikeType()) {
      problems.add(
          where(step)
              + "for_each wants a list, but "
              + list
              + " is "
              + (type == null ? "a plain value" : Types.name(type)));
      return;
    }
    roots.put(WorkflowStep.EACH, type.getContentType());
    roots.put(WorkflowStep.INDEX, Types.INT);
  }

  private void checkFits(
      WorkflowStep step,
      String where,
      String name,
      JavaType wanted,
      Expression binding,
      Given given) {
    boolean fits =
        given.type() == null
            ? Types.fits(((Expression.Literal) binding).value(), wanted)
            : Types.fits(given.type(), wanted);
    if (!fits) {
      problems.add(
          where
              + name
              + " wants "
              + Types.name(wanted)
              + ", but "
              + binding
              + (given.type() == null ? " is not one" : " is " + Types.name(given.type())));
    } else {
      nulls
          .culprit(step, binding)
          .ifPresent(
              other ->
                  problems.add(
                      where
                          + name
                          + " wants "
                          + Types.name(wanted)
                          + ", but "
                          + binding
                          + " is null when step "
                          + other.name()
                          + " is skipped: write "
                          + binding
                          + " ?? null where null will do, or ?? another value, or give this step the same when"));
    }
  }

  /** The type of a binding; {@code null} inside for a literal; empty when it has none. */
  private Optional<Given> typeOf(
      WorkflowStep step, Expression binding, Map<String, JavaType> roots) {
    if (!dependsOnAll(step, binding.roots(), roots)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Given(binding.type(roots).orElse(null)));
    } catch (IllegalArgumentException e) {
      problems.add(where(step) + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean dependsOnAll(WorkflowStep step, Set<String> names, Map<String, JavaType> roots) {
    for (String root : names) {
      if (steps.containsKey(root) && !roots.containsKey(root)) {
        problems.add(
            where(step)
                + "$"
                + root
                + " is used, but the step does not depend on it: add "
                + root
                + " to depends_on");
        return false;
      }
    }
    return true;
  }

  private Map<String, JavaType> roots(WorkflowStep step) {
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

  private static JavaType replyOf(WorkflowStep step) {
    JavaType one = Types.of(step.action().replyType());
    return step.fansOut() ? Types.listOf(one) : one;
  }

  private static String where(WorkflowStep step) {
    return "step " + step.name() + ": ";
  }

  private record Given(JavaType type) {}
}
