package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.json.MappingFault;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks every binding of a workflow against the types of the services' messages. */
final class BindingCheck {
  private final Map<String, WorkflowStep> steps;
  private final BindingScope scope;
  private final Faults faults;
  private final NullCheck nulls;

  BindingCheck(Map<String, WorkflowStep> steps, StepGraph graph, Faults faults) {
    this.steps = steps;
    this.scope = new BindingScope(steps, graph);
    this.faults = faults;
    this.nulls = new NullCheck(steps);
  }

  void check(WorkflowStep step) {
    Map<String, JavaType> roots = scope.roots(step);
    step.forEach().ifPresent(list -> checkFanOut(step, list, roots));
    step.when().ifPresent(condition -> checkCondition(step, condition));
    if (step.action() instanceof Action.Ask ask) {
      ask.show().ifPresent(shown -> typeOf(step, "/approval/show", shown, roots));
      return;
    }
    checkRequest(step, "/with", where(step), step.task(), step.with(), roots);
    step.compensation()
        .ifPresent(
            undo -> {
              roots.put(Compensation.RESULT, Types.of(step.action().replyType()));
              checkRequest(
                  step,
                  "/compensate/with",
                  where(step) + "compensate: ",
                  undo.call(),
                  undo.with(),
                  roots);
            });
  }

  private void checkCondition(WorkflowStep step, Condition condition) {
    Map<String, JavaType> roots = scope.roots(step);
    if (dependsOnAll(step, "/when", condition.roots(), roots)) {
      try {
        condition.check(roots);
      } catch (IllegalArgumentException e) {
        faults.addIn(step.name(), "/when", where(step) + e.getMessage());
      }
    }
  }

  private void checkRequest(
      WorkflowStep step,
      String member,
      String where,
      Call<?, ?> call,
      Map<String, Expression> with,
      Map<String, JavaType> roots) {
    JavaType request = Types.of(call.requestType());
    for (RecordComponent component : Types.components(request)) {
      if (!with.containsKey(component.getName())) {
        faults.addIn(
            step.name(),
            member,
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
          String at = member + "/" + MappingFault.escaped(name);
          Optional<JavaType> wanted = Types.component(request, name);
          if (wanted.isEmpty()) {
            faults.addIn(step.name(), at, where + Types.name(request) + " has no " + name);
          } else {
            typeOf(step, at, binding, roots)
                .ifPresent(type -> checkFits(step, at, where + name, wanted.get(), binding, type));
          }
        });
  }

  private void checkFanOut(WorkflowStep step, Expression list, Map<String, JavaType> roots) {
    Optional<Given> given = typeOf(step, "/for_each", list, roots);
    if (given.isEmpty()) {
      return;
    }
    JavaType type = given.get().type();
    if (type == null || !type.isCollectionLikeType()) {
      faults.addIn(
          step.name(),
          "/for_each",
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
      String member,
      String where,
      JavaType wanted,
      Expression binding,
      Given given) {
    boolean fits =
        given.type() == null
            ? Types.fits(((Expression.Literal) binding).value(), wanted)
            : Types.fits(given.type(), wanted);
    if (!fits) {
      faults.addIn(
          step.name(),
          member,
          where
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
                  faults.addIn(
                      step.name(),
                      member,
                      where
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
      WorkflowStep step, String member, Expression binding, Map<String, JavaType> roots) {
    if (!dependsOnAll(step, member, binding.roots(), roots)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Given(binding.type(roots).orElse(null)));
    } catch (IllegalArgumentException e) {
      faults.addIn(step.name(), member, where(step) + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean dependsOnAll(
      WorkflowStep step, String member, Set<String> names, Map<String, JavaType> roots) {
    for (String root : names) {
      if (steps.containsKey(root) && !roots.containsKey(root)) {
        faults.addIn(
            step.name(),
            member,
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

  private static String where(WorkflowStep step) {
    return "step " + step.name() + ": ";
  }

  private record Given(JavaType type) {}
}
