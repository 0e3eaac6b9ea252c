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
    String note) {
  public RenderedSegment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(video, "video");
  }

  /** One of which nothing more was noted. */
  public RenderedSegment(
      String key, int index, Blob video, int frames, boolean reused, double seconds) {
    this(key, index, video, frames, reused, seconds, null, null, null);
  }
}
