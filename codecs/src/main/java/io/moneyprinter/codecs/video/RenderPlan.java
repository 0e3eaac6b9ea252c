package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.bus.Violation;
import java.util.List;
import java.util.Objects;

/**
 * Timelines cut into segments.
 *
 * @param timeline of the first rendition
 * @param segments of all renditions, each once
 * @param encoder encoder, its settings and its build; only nodes with an equal one may share a
 *     render
 * @param renditions the videos that come out, at least one
 * @param warnings what is doubtful, though it can be made
 */
public record RenderPlan(
    Timeline timeline,
    List<Segment> segments,
    String encoder,
    List<PlannedRendition> renditions,
    List<Violation> warnings) {
  public RenderPlan {
    Objects.requireNonNull(timeline, "timeline");
    Objects.requireNonNull(encoder, "encoder");
    segments = List.copyOf(segments);
    renditions =
        renditions == null
            ? List.of(
                new PlannedRendition(
                    "", timeline, segments.stream().map(Segment::key).toList(), null))
            : List.copyOf(renditions);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }

  /** One rendition, nothing doubtful. */
  public RenderPlan(Timeline timeline, List<Segment> segments, String encoder) {
    this(timeline, segments, encoder, null, null);
  }
}
