package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * A step of a job's workflow.
 *
 * @param dependsOn names of the steps that come before it
 * @param address of the task that it consists of; {@code null} when a person decides
 * @param queue that its tickets wait in; {@code null} when a person decides
 * @param state of all parts together
 * @param of how many parts it has; 0 while that is unknown
 * @param parts in order; a step of very many parts shows those that are not done first, {@value
 *     #MOST_PARTS} at most
 */
public record GraphStep(
    String name,
    List<String> dependsOn,
    String address,
    String queue,
    StepState state,
    int done,
    int of,
    double progress,
    int attempts,
    List<StepPart> parts) {
  public static final int MOST_PARTS = 200;

  public GraphStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    parts = parts == null ? List.of() : List.copyOf(parts);
  }
}
