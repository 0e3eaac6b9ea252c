package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.Canvas;
import java.util.Objects;

/**
 * Asks for a small still of a candidate that was looked at for any video of the caller's tenant.
 *
 * @param key what it is picked by
 * @param canvas of the video
 */
public record ShowCandidate(String key, Canvas canvas) {
  public ShowCandidate {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(canvas, "canvas");
  }
}
