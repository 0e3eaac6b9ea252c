package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * A segment as encoded video without sound.
 *
 * @param frames how many frames it was counted to have
 * @param reused whether it was found in the store
 * @param seconds how long the render took; 0 when reused
 * @param encoder what encoded it, such as {@code libx264}; {@code null} when that was not noted
 * @param node where it was rendered; {@code null} when reused
 * @param note why it was not encoded as planned; {@code null} when it was
 * @param fidelity structural similarity of what was encoded to what was composed, mean of all
 *     frames' luma, 0 to 1; {@code null} when it was not measured
 */
public record RenderedSegment(
    String key,
    int index,
    Blob video,
    int frames,
    boolean reused,
    double seconds,
    String encoder,
    String node,
    String note,
    Double fidelity) {
  public RenderedSegment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(video, "video");
  }

  /** One of which nothing more was noted. */
  public RenderedSegment(
      String key, int index, Blob video, int frames, boolean reused, double seconds) {
    this(key, index, video, frames, reused, seconds, null, null, null, null);
  }

  /** The same, in the place of a segment that could not be rendered as planned. */
  public RenderedSegment standingIn(String planned, int place) {
    return new RenderedSegment(
        planned, place, video, frames, reused, seconds, encoder, node, note, fidelity);
  }
}
