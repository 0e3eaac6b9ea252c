package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Orders a video like another one, with changes. Only the tenant of the call may.
 *
 * @param patch what is other than in the job's brief, as a JSON merge patch (RFC 7396)
 * @param idempotencyKey as in {@link CreateJob}; may be {@code null}
 * @param priority {@code null} for that of the job
 */
public record RerunJob(String jobId, String patch, String idempotencyKey, Priority priority) {
  public RerunJob {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(patch, "patch");
  }
}
