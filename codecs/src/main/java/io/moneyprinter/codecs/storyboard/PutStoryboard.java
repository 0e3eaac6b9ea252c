package io.moneyprinter.codecs.storyboard;

import java.util.List;
import java.util.Objects;

/**
 * Replaces a storyboard. Only the tenant of the call may.
 *
 * @param expected the version that is to be replaced; {@code null} for any
 * @param title name of the video; {@code null} to keep it
 * @param scenes all of them, in order
 */
public record PutStoryboard(
    String jobId, Integer expected, String title, List<StoryboardScene> scenes) {
  public PutStoryboard {
    Objects.requireNonNull(jobId, "jobId");
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
  }
}
