package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is waiting and what is leased.
 *
 * @param queues by name
 * @param leases the oldest first, {@value #MOST_LEASES} at most
 */
public record WorkView(List<Queue> queues, List<Lease> leases) {
  public static final int MOST_LEASES = 500;

  /**
   * A work queue.
   *
   * @param waiting parts of steps that want a node
   * @param running parts that a node holds
   * @param unfit of those waiting, the ones that no node has enough for
   */
  public record Queue(String name, long waiting, long running, long unfit) {
    public Queue {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A part of a step that a node holds.
   *
   * @param token grows with each lease of the same part
   */
  public record Lease(
      String node,
      String jobId,
      String tenant,
      String step,
      int part,
      String address,
      int attempt,
      double progress,
      long token,
      Instant until,
      Instant startedAt) {
    public Lease {
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(step, "step");
    }
  }

  public WorkView {
    queues = List.copyOf(queues);
    leases = List.copyOf(leases);
  }
}
