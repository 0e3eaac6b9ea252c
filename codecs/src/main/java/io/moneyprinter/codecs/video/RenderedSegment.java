package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * A segment as encoded video without sound.
 *
 * @param frames how many frames it was counted to have
 * @param reused whether it was found in the store
 * @param seconds how long the render took; 0 when reused
 */
public record RenderedSegment(
    String key, int index, Blob video, int frames, boolean reused, double seconds) {
  public RenderedSegment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(video, "video");
  }
}
