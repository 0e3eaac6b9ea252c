package io.moneyprinter.orchestration.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which step comes after which. */
final class StepGraph {
  private final Map<String, List<String>> before = new LinkedHashMap<>();

  /** Reads the graph; names given twice, unknown names and circles are told as faults. */
  StepGraph(List<WorkflowFile.Step> steps, Faults faults) {
    for (WorkflowFile.Step step : steps) {
      if (before.putIfAbsent(step.name(), step.dependsOn()) != null) {
        faults.addIn(
            step.name(),
            "/name",
            "step " + step.name() + " is there twice: give each step a name of its own");
      }
    }
    before.forEach(
        (name, needed) ->
            needed.stream()
                .filter(other -> !before.containsKey(other))
                .forEach(
                    other ->
                        faults.addIn(
                            name,
                            "/depends_on",
                            "step " + name + " depends on " + other + ", which is not a step")));
    Map<String, Boolean> left = new HashMap<>();
    for (String name : before.keySet()) {
      List<String> circle = circle(name, new ArrayList<>(), left);
      if (!circle.isEmpty()) {
        faults.addIn(
            circle.get(0),
            "/depends_on",
            "step "
                + circle.get(0)
                + " waits for itself: "
                + String.join(" → ", circle)
                + "; take one depends_on of these away");
        return;
      }
    }
  }

  /** Depth first; {@code left} knows the steps on the way (false) and those done with (true). */
  private List<String> circle(String name, List<String> way, Map<String, Boolean> left) {
    if (Boolean.TRUE.equals(left.get(name)) || !before.containsKey(name)) {
      return List.of();
    }
    way.add(name);
    if (left.put(name, false) != null) {
      return List.copyOf(way.subList(way.indexOf(name), way.size()));
    }
    for (String other : before.get(name)) {
      List<String> circle = circle(other, way, left);
      if (!circle.isEmpty()) {
        return circle;
      }
    }
    way.remove(way.size() - 1);
    left.put(name, true);
    return List.of();
  }

  /** Everything that is done for certain when the step begins. */
  Set<String> allBefore(String name) {
    Set<String> all = new LinkedHashSet<>();
    for (String other : before.getOrDefault(name, List.of())) {
      all.addAll(allBefore(other));
      all.add(other);
    }
    return all;
  }

  /** All steps, each after those it depends on, else in the order written. */
  List<String> order() {
    Set<String> order = new LinkedHashSet<>();
    for (String name : before.keySet()) {
      order.addAll(allBefore(name));
      order.add(name);
    }
    return List.copyOf(order);
  }
}
