package io.moneyprinter.codecs.storyboard;

import io.moneyprinter.codecs.orchestration.Priority;
import java.util.Objects;

/**
 * Makes a video of a storyboard. Only the tenant of the call may.
 *
 * @param expected the version that was looked at; {@code null} for whichever there is
 * @param idempotencyKey as of an order; {@code null} where the same storyboard is the same order
 * @param priority of a new video; {@code null} for that of the old one
 */
public record RenderStoryboard(
    String jobId, Integer expected, String idempotencyKey, Priority priority) {
  public RenderStoryboard {
    Objects.requireNonNull(jobId, "jobId");
  }
}
