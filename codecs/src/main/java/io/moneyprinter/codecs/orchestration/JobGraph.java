package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * A job with the graph of its workflow and what happened to it.
 *
 * @param correlationId of the request that ordered it; stands in every node's log
 * @param traceId of that request (W3C Trace Context), 32 hex digits; {@code null} where it is not
 *     known
 * @param steps in the workflow's order
 * @param events the newest first, {@value #MOST_EVENTS} at most: begun and repeated tries with
 *     their nodes and errors
 */
public record JobGraph(
    JobLine job,
    String correlationId,
    String traceId,
    List<GraphStep> steps,
    List<JobEvent> events) {
  public static final int MOST_EVENTS = 200;

  public JobGraph {
    Objects.requireNonNull(job, "job");
    steps = List.copyOf(steps);
    events = events == null ? List.of() : List.copyOf(events);
  }
}
