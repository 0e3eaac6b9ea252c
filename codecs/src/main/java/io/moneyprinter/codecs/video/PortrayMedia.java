package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Asks for a small picture of a stored picture or clip, and of a clip for its beginning.
 *
 * @param info what the file was found to be
 */
public record PortrayMedia(Blob blob, MediaInfo info) {
  public PortrayMedia {
    Objects.requireNonNull(blob, "blob");
    Objects.requireNonNull(info, "info");
  }
}
