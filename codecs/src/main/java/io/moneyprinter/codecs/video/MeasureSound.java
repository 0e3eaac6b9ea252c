package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/** Asks what a stored sound is like, by decoding all of it. */
public record MeasureSound(Blob blob) {
  public MeasureSound {
    Objects.requireNonNull(blob, "blob");
  }
}
