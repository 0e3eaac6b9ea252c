package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.FailureCode;
import java.util.List;
import java.util.Objects;

/**
 * A step of a workflow as its users see it; {@code dependsOn} makes the graph.
 *
 * @param service who does it; {@code null} where a person decides
 * @param endpoint what is asked of the service; {@code null} where a person decides
 * @param queue where it waits for a node; {@code null} where a person decides
 * @param timeoutSeconds the longest one try may take, or a decision is waited for
 * @param weight first guess at its share of the progress
 * @param retries {@code null} where a person decides
 * @param forEach the list of which each item makes a part; {@code null} for one part
 * @param when the condition on which it is done; {@code null} for always
 * @param silence what happens when nobody decides in time; {@code null} unless a person decides
 * @param compensation whom it is undone by; {@code null} where there is nothing to undo
 * @param needs what it occupies beyond the usual; {@code null} where nothing is said
 */
public record WorkflowStepPlan(
    String name,
    List<String> dependsOn,
    String service,
    String endpoint,
    String queue,
    double timeoutSeconds,
    double weight,
    Retries retries,
    String forEach,
    String when,
    Silence silence,
    String compensation,
    Needs needs) {
  /**
   * How a failed try is repeated.
   *
   * @param count tries more, at most
   * @param backoffSeconds pause before the first of them, which doubles with each
   * @param longestSeconds the pause grows no further
   * @param jitter share of the pause that chance takes off, 0 to 1
   * @param on after which failures, in the order of their names; empty for all that may pass
   */
  public record Retries(
      int count,
      double backoffSeconds,
      double longestSeconds,
      double jitter,
      List<FailureCode> on) {
    public Retries {
      on = List.copyOf(on);
    }
  }

  /** What happens when nobody decides. */
  public enum Silence {
    APPROVE,
    REJECT,
    FAIL
  }

  /**
   * What it occupies while it runs.
   *
   * @param cpu cores; may be {@code null}
   * @param memory MiB; may be {@code null}
   * @param gpu graphics processors; may be {@code null}
   */
  public record Needs(Double cpu, Long memory, Integer gpu) {}

  public WorkflowStepPlan {
    Objects.requireNonNull(name, "name");
    dependsOn = List.copyOf(dependsOn);
  }
}
