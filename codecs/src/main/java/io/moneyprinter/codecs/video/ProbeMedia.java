package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/** Asks what a stored file really is. */
public record ProbeMedia(Blob blob) {
  public ProbeMedia {
    Objects.requireNonNull(blob, "blob");
  }
}
