package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/** Joins segments and sound by stream copy, checks the result, and takes a poster from it. */
public record AssembleVideo(
    String title, Timeline timeline, List<RenderedSegment> segments, MixedAudio audio) {
  public AssembleVideo {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(timeline, "timeline");
    Objects.requireNonNull(audio, "audio");
    segments = List.copyOf(segments);
  }
}
