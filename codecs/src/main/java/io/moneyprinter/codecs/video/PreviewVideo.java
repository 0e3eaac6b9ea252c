package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Asks for {@link #PICTURES} small pictures of a finished video, from its beginning to its end,
 * side by side in one JPEG: what is shown to whoever points at it.
 *
 * @param video its file
 * @param seconds its length, more than 0
 */
public record PreviewVideo(Blob video, double seconds) {
  /** How many there are. */
  public static final int PICTURES = 8;

  public PreviewVideo {
    Objects.requireNonNull(video, "video");
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("seconds must be more than 0, not " + seconds);
    }
  }
}
