package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Asks what was looked at for the scenes of a video of the caller's tenant.
 *
 * @param jobId the video's id
 */
public record ListCandidates(String jobId) {
  public ListCandidates {
    Objects.requireNonNull(jobId, "jobId");
  }
}
