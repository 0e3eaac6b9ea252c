package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.RowCounts;
import io.moneyprinter.codecs.orchestration.Priority;
import java.time.Instant;

/** A batch as its owner sees it. */
record BatchView(
    String id,
    String name,
    BatchState state,
    int rows,
    RowCounts counts,
    double progress,
    Priority priority,
    int openJobs,
    String hindrance,
    Instant createdAt,
    Instant finishedAt,
    Links links) {
  /** Where to go from a batch; paths on this server. */
  record Links(String self, String rows, String pause, String resume, String cancel, String retry) {
    static Links of(String id) {
      String self = "/v1/batches/" + id;
      return new Links(
          self,
          self + "/rows",
          self + "/pause",
          self + "/resume",
          self + "/cancel",
          self + "/retry");
    }
  }

  static BatchView of(Batch batch) {
    return new BatchView(
        batch.id(),
        batch.name(),
        batch.state(),
        batch.rows(),
        batch.counts(),
        batch.progress(),
        batch.priority(),
        batch.openJobs(),
        batch.hindrance(),
        batch.createdAt(),
        batch.finishedAt(),
        Links.of(batch.id()));
  }
}
