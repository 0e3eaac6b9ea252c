package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.video.MixedAudio;
import java.util.List;
import java.util.Objects;

/**
 * The segments of a job and how each of them stands.
 *
 * @param state of the job
 * @param segments of all its videos, each once, in the order of the plan; empty until there is one
 * @param shown places in {@code segments} of those that the first video shows, one after the other
 * @param audio the sound of the whole video; {@code null} until it is mixed
 */
public record JobSegments(
    String jobId,
    JobState state,
    List<JobSegment> segments,
    List<Integer> shown,
    MixedAudio audio) {
  public JobSegments {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(state, "state");
    segments = segments == null ? List.of() : List.copyOf(segments);
    shown = shown == null ? List.of() : List.copyOf(shown);
  }
}
