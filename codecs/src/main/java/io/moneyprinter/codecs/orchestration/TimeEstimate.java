package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * How long a video would be, and how long until it would be there.
 *
 * @param video seconds that the video lasts
 * @param making seconds from the order to the finished video, what is before it included; what
 *     people take to agree to a storyboard is not
 * @param queueSeconds the share of {@code making} that is likely to go to other videos
 * @param ahead videos that are being made or wait, of everybody
 * @param measured share of the work, 0 to 1, that is known from videos made here; the rest is
 *     assumed
 * @param videos how many earlier videos the measurements of the longest step come from; 0 for none
 * @param steps what each step is likely to take, in the workflow's order
 */
public record TimeEstimate(
    Span video,
    Span making,
    double queueSeconds,
    int ahead,
    double measured,
    long videos,
    List<StepTime> steps) {
  public TimeEstimate {
    Objects.requireNonNull(video, "video");
    Objects.requireNonNull(making, "making");
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /**
   * A guess and how far off it may be.
   *
   * @param low seconds that it hardly falls below
   * @param likely seconds
   * @param high seconds that it hardly goes beyond
   */
  public record Span(double low, double likely, double high) {
    public Span {
      if (!(low >= 0 && low <= likely && likely <= high)) {
        throw new IllegalArgumentException("Not a span: " + low + ", " + likely + ", " + high);
      }
    }
  }

  /**
   * What a step is likely to take.
   *
   * @param step name in the workflow
   * @param seconds from its begin to its end
   * @param samples how many earlier videos that is known from; 0 where it is assumed
   */
  public record StepTime(String step, double seconds, long samples) {}
}
