package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * A piece of the picture that can be rendered by itself, on any node with an equal encoder.
 *
 * @param key SHA-256 over everything that decides its frames and their encoding, hex
 * @param index place among the segments, from 0
 * @param clip what shows; the segment has exactly its frames
 * @param previous the clip that blends out over the first {@code clip.lead()} frames; {@code null}
 *     when there is no blend
 * @param captions those that show in this segment, their frames counted from its first
 */
public record Segment(
    String key,
    int index,
    Canvas canvas,
    Clip clip,
    Clip previous,
    CaptionStyle captionStyle,
    List<Caption> captions) {
  public Segment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(canvas, "canvas");
    Objects.requireNonNull(clip, "clip");
    Objects.requireNonNull(captionStyle, "captionStyle");
    captions = List.copyOf(captions);
  }
}
