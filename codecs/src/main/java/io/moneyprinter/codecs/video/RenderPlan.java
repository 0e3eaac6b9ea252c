package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * A timeline cut into segments.
 *
 * @param encoder encoder, its settings and its build; only nodes with an equal one may share a
 *     render
 */
public record RenderPlan(Timeline timeline, List<Segment> segments, String encoder) {
  public RenderPlan {
    Objects.requireNonNull(timeline, "timeline");
    Objects.requireNonNull(encoder, "encoder");
    segments = List.copyOf(segments);
  }
}
