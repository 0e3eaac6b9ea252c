package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Asks what was looked at for the scenes of a video of the caller's tenant.
 *
 * @param jobId the video's id
 * @param scene id of a scene in the storyboard, for what was looked for by {@link SearchScene};
 *     {@code null} for what was looked at when the video's pictures were chosen
 */
public record ListCandidates(String jobId, String scene) {
  public ListCandidates {
    Objects.requireNonNull(jobId, "jobId");
  }

  /** What was looked at when the video's pictures were chosen. */
  public ListCandidates(String jobId) {
    this(jobId, null);
  }
}
