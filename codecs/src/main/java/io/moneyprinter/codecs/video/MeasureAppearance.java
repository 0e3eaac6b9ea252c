package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Asks how a stored picture or clip looks.
 *
 * @param kind what the file was found to be; not a sound
 * @param seconds length of a clip; 0 for a still
 */
public record MeasureAppearance(Blob blob, MediaInfo.Kind kind, double seconds) {
  public MeasureAppearance {
    Objects.requireNonNull(blob, "blob");
    Objects.requireNonNull(kind, "kind");
  }
}
