package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Jobs that were completed, the earliest first. */
public record CompletedJobList(List<CompletedJob> jobs) {
  /** One of them. */
  public record CompletedJob(String id, String tenant, Instant at) {
    public CompletedJob {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(tenant, "tenant");
      Objects.requireNonNull(at, "at");
    }
  }

  public CompletedJobList {
    jobs = jobs == null ? List.of() : List.copyOf(jobs);
  }
}
