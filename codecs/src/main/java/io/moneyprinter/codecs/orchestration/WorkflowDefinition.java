package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * A workflow as its users see it.
 *
 * @param description what it is for; may be {@code null}
 * @param followedBy which briefs follow it unasked
 * @param result the step whose result is the job's
 * @param timeoutSeconds the longest a job may take from its first step on; {@code null} for no
 *     limit
 * @param steps in an order in which each comes after those it depends on
 * @param hash SHA-256 of its text, hex
 * @param source its text, YAML; {@code null} in a list
 */
public record WorkflowDefinition(
    String name,
    int version,
    String description,
    FollowedBy followedBy,
    String result,
    Double timeoutSeconds,
    List<WorkflowStepPlan> steps,
    String hash,
    String source) {
  /** Which briefs follow a workflow without naming it. */
  public enum FollowedBy {
    /** Those with a topic, a script, scenes or a source. */
    WORDS,
    /** Those with a timeline. */
    TIMELINES,
    /** None. */
    NAMED
  }

  public WorkflowDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(followedBy, "followedBy");
    steps = List.copyOf(steps);
  }
}
