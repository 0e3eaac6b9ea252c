package io.moneyprinter.codecs.video;

import java.util.Objects;

/** Renders one segment, or finds it rendered. */
public record RenderSegment(Segment segment) {
  public RenderSegment {
    Objects.requireNonNull(segment, "segment");
  }
}
