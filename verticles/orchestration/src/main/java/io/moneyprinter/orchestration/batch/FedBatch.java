package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.Priority;
import java.util.UUID;

/**
 * A batch that this node feeds at present.
 *
 * @param command what is to be done to its jobs first; {@code null} for nothing
 * @param wishNumber which wish of the owner was the last
 */
record FedBatch(
    UUID id,
    String tenant,
    String subject,
    Wanted wanted,
    Priority priority,
    int openJobs,
    Command command,
    int wishNumber) {
  /** In whose name its jobs are ordered. */
  CallContext caller() {
    return new CallContext("batch-" + id, tenant, subject, null);
  }

  /** The same for the same row, so that a row becomes one job however often it is ordered. */
  String key(int row) {
    return "batch:" + id + ":" + row;
  }
}
