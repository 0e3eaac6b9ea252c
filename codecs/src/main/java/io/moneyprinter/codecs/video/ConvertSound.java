package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/** Asks for a stored sound, or the sound of a clip, as WAV: 16 bit, mono, 48 kHz. */
public record ConvertSound(Blob blob) {
  public ConvertSound {
    Objects.requireNonNull(blob, "blob");
  }
}
