package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoBrief;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks every binding of a workflow against the types of the services' messages. */
final class BindingCheck {
  private final Map<String, WorkflowStep> steps;
  private final StepGraph graph;
  private final List<String> problems;

  BindingCheck(Map<String, WorkflowStep> steps, StepGraph graph, List<String> problems) {
    this.steps = steps;
    this.graph = graph;
    this.problems = problems;
  }

  void check(WorkflowStep step) {
    Map<String, JavaType> roots = roots(step);
    step.forEach().ifPresent(list -> checkFanOut(step, list, roots));
    JavaType request = Types.of(step.task().requestType());
    for (RecordComponent component : Types.components(request)) {
      if (!step.with().containsKey(component.getName())) {
        problems.add(
            where(step)
                + Types.name(request)
                + " wants "
                + component.getName()
                + " ("
                + Types.name(Types.typeOf(component))
                + "), which with: does not give");
      }
    }
    step.with()
        .forEach(
            (name, binding) -> {
              Optional<JavaType> wanted = Types.component(request, name);
              if (wanted.isEmpty()) {
                problems.add(where(step) + Types.name(request) + " has no " + name);
              } else {
                typeOf(step, binding, roots)
                    .ifPresent(type -> checkFits(step, name, wanted.get(), binding, type));
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
      WorkflowStep step, String name, JavaType wanted, Expression binding, Given given) {
    boolean fits =
        given.type() == null
            ? Types.fits(((Expression.Literal) binding).value(), wanted)
            : Types.fits(given.type(), wanted);
    if (!fits) {
      problems.add(
          where(step)
              + name
              + " wants "
              + Types.name(wanted)
              + ", but "
              + binding
              + (given.type() == null ? " is not one" : " is " + Types.name(given.type())));
    }
  }

  /** The type of a binding; {@code null} inside for a literal; empty when it has none. */
  private Optional<Given> typeOf(
      WorkflowStep step, Expression binding, Map<String, JavaType> roots) {
    for (String root : binding.roots()) {
      if (steps.containsKey(root) && !roots.containsKey(root)) {
        problems.add(
            where(step)
                + "$"
                + root
                + " is used, but the step does not depend on it: add "
                + root
                + " to depends_on");
        return Optional.empty();
      }
    }
    try {
      return Optional.of(new Given(binding.type(roots).orElse(null)));
    } catch (IllegalArgumentException e) {
      problems.add(where(step) + e.getMessage());
      return Optional.empty();
    }
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
    JavaType one = Types.of(step.task().replyType());
    return step.fansOut() ? Types.listOf(one) : one;
  }

  private static String where(WorkflowStep step) {
    return "step " + step.name() + ": ";
  }

  private record Given(JavaType type) {}
}
